import type { Tx } from "@/platform/db/client.ts";
import { listToReadOut, type ToReadOut } from "../../action-plan/queries/list-to-read-out.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { AgendaItemKind, MeetingState } from "../../kernel/enums.ts";
import { chairAbsent, recusedAt } from "../../meetings/queries/chair-absence.ts";
import { view } from "../../view.ts";
import { isComplete, type ItemToClose, missingIn } from "../rules.ts";
import { type ItemToConclude, listShutItems, listToConclude, type ShutItem } from "./list-handed-over.ts";
import { listItemsToClose } from "./list-items-to-close.ts";

export type Lack = "outcome" | "decision" | "actionsStillOpen" | "proposals" | "goingRound";
type NamedItem = { number: number; kind: AgendaItemKind; caseReference: string | null; caseTitle: string | null; title: string | null };
export type RecordedAction = { reference: string; number: number; owner: string; agency: string; dueOn: Day };
export type ConcludedApart = NamedItem & { id: string; version: number; recused: "chair" | "deputy"; status: "concluded" | "unfinished" | "ready"; may: boolean };
export type Closing = {
  reference: string;
  forum: string;
  state: MeetingState;
  version: number;
  startsAt: Date;
  items: number;
  missing: (NamedItem & { lacks: Lack })[];
  /** What people are tasked with, to be confirmed aloud by their owners before the meeting closes. */
  toReadOut: ToReadOut[];
  /** What closing does besides: these actions become the chair's, these cases are closed. */
  recorded: RecordedAction[];
  casesToClose: NamedItem[];
  /** They wait for another meeting. */
  parked: NamedItem[];
  /** Items that are shut to the reader, whom somebody else has to conclude before they can close. */
  shut: ShutItem[];
  /** By whom: the deputy for the chair, and the chair for everybody else. */
  shutConcludedBy: "chair" | "deputy";
  /** Items that somebody who may close the meeting doesn't see, and so has concluded for them. */
  toConclude: ConcludedApart[];
  /** Somebody else closes it: an item is not concluded, or there is one that the reader is not told of. */
  waits: boolean;
  allowed: { close: boolean; readOut: boolean };
};

/** What still stands between the meeting and its closing, for the chair's office. */
export const viewClosing = view(async ({ tx, standing, now, may }, { reference }: { reference: string }): Promise<Closing | null> => {
  const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; forum: string; state: MeetingState; version: number; startsAt: Date }[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.version, m.starts_at as "startsAt"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting || !may("minute.write", { forumId: meeting.forumId })) return null;
  const items = await listItemsToClose(tx, meeting.id);
  const missing = missingIn(items);
  const lacking = (numbers: readonly number[], lacks: Lack) => items.filter((item) => numbers.includes(item.number)).map((item) => ({ ...named(item), lacks }));
  const recused = await recusedAt(tx, meeting.id);
  const absent = await chairAbsent(tx, meeting, dayOf(now));
  const mayClose = may("meeting.close", { forumId: meeting.forumId, chairAbsent: absent, chairRecused: recused.chair });
  const shut = await listShutItems(tx, meeting.id);
  const waits = recused.silently || shut.some(({ concluded }) => !concluded);
  const { id, forumId, ...head } = meeting;
  return {
    ...head,
    items: items.length,
    missing: [...lacking(missing.outcomes, "outcome"), ...lacking(missing.decisions, "decision"), ...lacking(missing.actionsStillOpen, "actionsStillOpen"), ...lacking(missing.proposals, "proposals"), ...lacking(missing.goingRound, "goingRound")].toSorted((a, b) => a.number - b.number),
    toReadOut: await listToReadOut(tx, id),
    recorded: await listRecorded(tx, id),
    parked: items.filter((item) => item.parked).map(named),
    casesToClose: items.filter((item) => item.decision === "close").map(named),
    shut, waits,
    shutConcludedBy: standing.appointments.some((held) => held.forumId === forumId && held.office === "chair") ? "deputy" : "chair",
    toConclude: (await listToConclude(tx, meeting, dayOf(now))).map((one) => ({
      ...apart(one, items),
      may: may("item.conclude", { forumId, chairAbsent: absent, chairRecused: one.recused === "chair" }),
    })),
    allowed: { close: mayClose && !waits && meeting.state === "in_session", readOut: meeting.state === "in_session" && may("action.record", { forumId }) },
  };
});

const named = ({ number, kind, caseReference, caseTitle, title }: ItemToClose): NamedItem => ({ number, kind, caseReference, caseTitle, title });

function apart({ id, version, recused, concluded }: ItemToConclude, items: readonly ItemToClose[]): Omit<ConcludedApart, "may"> {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error("an item to conclude that is not on the agenda");
  return { ...named(item), id, version, recused, status: !isComplete(missingIn([item])) ? "unfinished" : concluded ? "concluded" : "ready" };
}

const listRecorded = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<RecordedAction[]>`
    select a.reference, app.number_of_item(i.meeting_id, i.position) as number, concat_ws(' ', p.style, p.name) as owner, g.name as agency, a.due_on::text as "dueOn"
    from actions a join agenda_items i on i.partnership_id = a.partnership_id and i.id = a.item_id
      join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.meeting_id = ${meetingId}::uuid and a.state = 'recorded' order by i.position, a.created_at, a.reference`;
