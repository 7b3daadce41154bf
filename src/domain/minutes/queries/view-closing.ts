import type { Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { AgendaItemKind, MeetingState } from "../../kernel/enums.ts";
import { chairAbsent, recusedAt } from "../../meetings/queries/chair-absence.ts";
import { view } from "../../view.ts";
import { type ItemToClose, missingIn } from "../rules.ts";
import { listItemsToClose } from "./list-items-to-close.ts";

export type Lack = "outcome" | "decision" | "actionsStillOpen";
type NamedItem = { number: number; kind: AgendaItemKind; caseReference: string | null; caseTitle: string | null };
export type RecordedAction = { reference: string; number: number; owner: string; agency: string; dueOn: Day };
export type Closing = {
  reference: string;
  forum: string;
  state: MeetingState;
  version: number;
  startsAt: Date;
  items: number;
  missing: (NamedItem & { lacks: Lack })[];
  /** What closing does besides: these actions become the chair's, these cases are closed. */
  recorded: RecordedAction[];
  casesToClose: NamedItem[];
  /** The reader is recused from an item of it, and so another closes it. */
  recused: boolean;
  allowed: { close: boolean };
};

/** What still stands between the meeting and its closing, for the chair's office. */
export const viewClosing = view(async ({ tx, now, may }, { reference }: { reference: string }): Promise<Closing | null> => {
  const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; forum: string; state: MeetingState; version: number; startsAt: Date }[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.version, m.starts_at as "startsAt"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting || !may("minute.write", { forumId: meeting.forumId })) return null;
  const items = await listItemsToClose(tx, meeting.id);
  const missing = missingIn(items);
  const lacking = (numbers: readonly number[], lacks: Lack) => items.filter((item) => numbers.includes(item.number)).map((item) => ({ ...named(item), lacks }));
  const recused = await recusedAt(tx, meeting.id);
  const mayClose = may("meeting.close", { forumId: meeting.forumId, chairAbsent: await chairAbsent(tx, meeting, dayOf(now)), chairRecused: recused.chair });
  const { id, forumId: _, ...head } = meeting;
  return {
    ...head,
    items: items.length,
    missing: [...lacking(missing.outcomes, "outcome"), ...lacking(missing.decisions, "decision"), ...lacking(missing.actionsStillOpen, "actionsStillOpen")].toSorted((a, b) => a.number - b.number),
    recorded: await listRecorded(tx, id),
    casesToClose: items.filter((item) => item.decision === "close").map(named),
    recused: recused.actor,
    allowed: { close: mayClose && !recused.actor && meeting.state === "in_session" },
  };
});

const named = ({ number, kind, caseReference, caseTitle }: ItemToClose): NamedItem => ({ number, kind, caseReference, caseTitle });

const listRecorded = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<RecordedAction[]>`
    select a.reference, app.number_of_item(i.meeting_id, i.position) as number, concat_ws(' ', p.style, p.name) as owner, g.name as agency, a.due_on::text as "dueOn"
    from actions a join agenda_items i on i.partnership_id = a.partnership_id and i.id = a.item_id
      join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.meeting_id = ${meetingId}::uuid and a.state = 'recorded' order by i.position, a.created_at, a.reference`;
