import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { AgendaItemKind, ForumKind, MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { broughtKinds, isNeverLeftOff } from "../draft-rules.ts";
import { totalMinutes } from "../rules.ts";
import { type AgendaLine, listAgenda } from "./list-agenda.ts";
import { type ListedPaper, listPapers } from "./list-papers.ts";
import { listReceived, listToReceive, type Received, type ToReceive } from "./list-received.ts";
import { proposeAgenda } from "./propose-agenda.ts";
import { type PutOffBecause, readReasons } from "./read-reasons.ts";

export { broughtKinds };

export type KeptLine = Omit<AgendaLine, "papers" | "putOff"> & {
  papers: ListedPaper[];
  /** Minutes of other bodies that stand before it. */
  received: Received[];
  /** At which meetings it was put off, the latest first, and why. */
  putOff: PutOffBecause[];
  /** People without a seat who are asked in for it. */
  invited: number;
  mayBeLeftOff: boolean;
};
/** What waits for a place: `byItself` what comes back to the next agenda without anybody's hand. */
export type WaitingLine = { id: string; kind: AgendaItemKind; case: { reference: string; title: string } | null; title: string | null; presenter: string | null; plannedMinutes: number; why: string | null; since: Date; leftOff: string | null; byItself: boolean };
export type KeptAgenda = {
  reference: string;
  forum: string;
  forumCode: string;
  forumKind: ForumKind;
  state: MeetingState;
  version: number;
  startsAt: Date;
  limitMinutes: number;
  totalMinutes: number;
  isDraft: boolean;
  lines: KeptLine[];
  /** Those that sit on the forum: a paper can be for some of them alone. */
  agencies: { id: string; name: string }[];
  /** Minutes of forums below it that a board can receive. */
  toReceive: ToReceive[];
  waiting: WaitingLine[];
};

/** The agenda for whoever keeps it, from its first draft to the end of its meeting; null for anybody else. */
export const viewAgenda = view(async ({ tx, now, may, record }, { reference }: { reference: string }): Promise<KeptAgenda | null> => {
  const rows = await tx.$queryRaw<(Omit<KeptAgenda, "totalMinutes" | "isDraft" | "lines" | "agencies" | "toReceive" | "waiting"> & { id: string; forumId: string })[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, f.code as "forumCode", f.kind as "forumKind", m.state, m.version, m.starts_at as "startsAt", m.limit_minutes as "limitMinutes"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference} and m.state in ('scheduled', 'published', 'in_session')`;
  const meeting = rows[0];
  if (!meeting || !may("agenda.keep", { forumId: meeting.forumId })) return null;
  const { id, forumId, ...head } = meeting;
  const isDraft = head.state === "scheduled";
  const [lines, papers, waiting, invited, seats] = await together(tx, (at) => [isDraft ? proposeAgenda(at, meeting) : listAgenda(at, meeting), listPapers(at, id), listWaiting(at, forumId), countInvited(at, id), listSeats(at, forumId, dayOf(now))]);
  const received = await listReceived(tx, lines.filter(({ kind }) => kind === "other_minutes").map((line) => line.id));
  const toReceive = lines.some(({ kind }) => kind === "other_minutes") ? await listToReceive(tx, forumId) : [];
  const { because, events } = await readReasons(tx, forumId, lines.map(({ putOff }) => putOff));
  record(...events);
  return {
    ...head, isDraft, waiting, toReceive,
    agencies: [...new Map(seats.filter(({ seated }) => seated).map(({ agencyId, agency }) => [agencyId, { id: agencyId, name: agency }])).values()],
    totalMinutes: totalMinutes(lines),
    lines: lines.map((line) => ({
      ...line,
      papers: papers.filter(({ itemId }) => itemId === line.id),
      received: received.get(line.id) ?? [],
      putOff: because(line.putOff),
      invited: invited.find(({ itemId }) => itemId === line.id)?.people ?? 0,
      mayBeLeftOff: isDraft && line.recusedFrom === null && !isNeverLeftOff(line.kind, meeting.forumKind),
    })),
  };
});

async function listWaiting(tx: Tx, forumId: string): Promise<WaitingLine[]> {
  const rows = await tx.$queryRaw<(Omit<WaitingLine, "case" | "byItself"> & { plannedId: string | null; caseReference: string | null; caseTitle: string })[]>`
    select w.id, w.kind, w.planned_id as "plannedId", c.reference as "caseReference", t.title as "caseTitle", w.title, w.presenter, w.planned_minutes as "plannedMinutes", w.why, w.waiting_since as since, coalesce(off.reference, fm.reference) as "leftOff"
    from waiting_items w left join cases c on c.partnership_id = w.partnership_id and c.id = w.case_id left join case_twins t on t.partnership_id = w.partnership_id and t.case_id = w.case_id
      left join meetings off on off.partnership_id = w.partnership_id and off.id = w.left_off_id
      left join agenda_items fi on fi.partnership_id = w.partnership_id and fi.id = w.from_item_id left join meetings fm on fm.partnership_id = fi.partnership_id and fm.id = fi.meeting_id
    where w.forum_id = ${forumId}::uuid and w.ended_at is null order by w.waiting_since`;
  return rows.map(({ caseReference, caseTitle, plannedId, ...line }) => ({ ...line, case: caseReference === null ? null : { reference: caseReference, title: caseTitle }, byItself: caseReference !== null || plannedId !== null || line.title === null }));
}

const countInvited = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<{ itemId: string; people: number }[]>`select item_id as "itemId", count(*)::int as people from case_invitations where meeting_id = ${meetingId}::uuid and withdrawn_at is null group by item_id`;
