import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { AgendaItemKind, SubjectType } from "../../kernel/enums.ts";

/** A case on an agenda, as its nameless twin says it (D1). */
export type AgendaCase = {
  id: string;
  reference: string;
  title: string;
  subjectType: SubjectType;
  involvesChildren: boolean;
  /** At how many earlier meetings it was on the agenda, and how often it was put off there. */
  meetings: number;
  deferrals: number;
  deferredLastTime: boolean;
};
export type AgendaLine = {
  /** As the reader counts: items that are silently shut to them close up. */
  position: number;
  kind: AgendaItemKind;
  plannedMinutes: number;
  case: AgendaCase | null;
  /** The reference of a case from which the reader is openly recused: nothing else of the item is theirs (D0). */
  recusedFrom: string | null;
};
export type OfMeeting = { id: string; forumId: string; startsAt: Date };

/** The nameless twin and what earlier meetings made of the case: `c` the case, `t` its twin, `h` from `earlierMeetings`. */
export const caseColumns = Prisma.sql`c.id, c.reference, t.title, t.subject_type as "subjectType", t.involves_children as "involvesChildren",
  coalesce(h.meetings, 0) as meetings, coalesce(h.deferrals, 0) as deferrals, coalesce(h.last = 'defer', false) as "deferredLastTime"`;
export const earlierMeetings = (before: Prisma.Sql) => Prisma.sql`left join lateral (
  select count(*)::int as meetings, (count(*) filter (where hi.decision = 'defer'))::int as deferrals, (array_agg(hi.decision order by hm.starts_at desc))[1] as last
  from agenda_items hi join meetings hm on hm.partnership_id = hi.partnership_id and hm.id = hi.meeting_id
  where hi.partnership_id = c.partnership_id and hi.case_id = c.id and hm.closed_at is not null and hm.starts_at < ${before}) h on true`;

/** The agenda of a meeting as it was published, with the cases added since. Empty while it is a draft. */
export async function listAgenda(tx: Tx, meeting: OfMeeting): Promise<AgendaLine[]> {
  const [rows, shut] = await Promise.all([listItems(tx, meeting), listRecusedItems(tx, meeting.id)]);
  const lines = rows.map(({ position, kind, plannedMinutes, ...found }): AgendaLine => ({ position, kind, plannedMinutes, case: found.id === null ? null : (found as AgendaCase), recusedFrom: null }));
  const recused = shut.map(({ number, reference }): AgendaLine => ({ position: number, kind: "case", plannedMinutes: 0, case: null, recusedFrom: reference }));
  return [...lines, ...recused].toSorted((a, b) => a.position - b.position);
}

const listItems = (tx: Tx, meeting: OfMeeting) =>
  tx.$queryRaw<(Omit<AgendaLine, "case" | "recusedFrom"> & { [F in keyof AgendaCase]: AgendaCase[F] | null })[]>`
    select app.number_of_item(i.meeting_id, i.position) as position, i.kind, i.planned_minutes as "plannedMinutes", ${caseColumns}
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      left join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`${meeting.startsAt}::timestamptz`)}
    where i.meeting_id = ${meeting.id}::uuid order by i.position`;

/** An item that the reader knows to be there and no more: they are openly recused from its case (rule 8). */
export type RecusedItem = { number: number; reference: string };
export const listRecusedItems = (tx: Tx, meetingId: string): Promise<RecusedItem[]> =>
  tx.$queryRaw<RecusedItem[]>`select app.number_of_item(${meetingId}::uuid, r.place) as number, r.reference from app.recused_items(${meetingId}::uuid) r order by r.place`;

/** Open cases of the forum that are not on this agenda: what may still be added to it. */
export async function listCasesToAdd(tx: Tx, meeting: OfMeeting): Promise<AgendaCase[]> {
  return tx.$queryRaw<AgendaCase[]>`
    select ${caseColumns}
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`${meeting.startsAt}::timestamptz`)}
    where c.forum_id = ${meeting.forumId}::uuid and c.stage = 'open' and c.closed_on is null
      and not exists (select 1 from agenda_items i where i.partnership_id = c.partnership_id and i.meeting_id = ${meeting.id}::uuid and i.case_id = c.id)
    order by t.involves_children desc, c.opened_on, length(c.reference), c.reference`;
}
