import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Month } from "../../kernel/dates.ts";
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
/** An earlier meeting that put the item off, and its item there, in whose minute stands why. */
export type PutOff = { meeting: string; /** In which it met. */ month: Month; itemId: string };
export type AgendaLine = {
  id: string;
  /** As the reader counts: items that are silently shut to them close up. */
  position: number;
  kind: AgendaItemKind;
  plannedMinutes: number;
  case: AgendaCase | null;
  /** What another forum handed to this board, under the title. */
  escalationId: string | null;
  /** What it is called, where somebody brings it. It names nobody. */
  title: string | null;
  presenter: string | null;
  /** Its papers and its minute are for those on the register. */
  restricted: boolean;
  deferredFromId: string | null;
  /** What of the forum's plan it takes. */
  plannedId: string | null;
  /** The latest first. */
  putOff: PutOff[];
  /** 0 where it was on the agenda as that was published. */
  supplement: number;
  /** Those that the reader may open. */
  papers: number;
  /** Where the reader is openly recused from it: what they know it by, and nothing else of the item is theirs (D0). */
  recusedFrom: RecusedFrom | null;
};
/** A case by its reference; what is taken without one by its kind and what it is called. */
export type RecusedFrom = { reference: string | null; kind: AgendaItemKind; title: string | null };
export type OfMeeting = { id: string; forumId: string; startsAt: Date };

/** The nameless twin and what earlier meetings made of the case: `c` the case, `t` its twin, `h` from `earlierMeetings`. */
export const caseColumns = Prisma.sql`c.id, c.reference, t.title, t.subject_type as "subjectType", t.involves_children as "involvesChildren",
  coalesce(h.meetings, 0) as meetings, coalesce(h.deferrals, 0) as deferrals, coalesce(h.last = 'defer', false) as "deferredLastTime"`;
export const putOffColumn = Prisma.sql`coalesce(h."putOff", '[]') as "putOff"`;
export const earlierMeetings = (before: Prisma.Sql) => Prisma.sql`left join lateral (
  select count(*)::int as meetings, (count(*) filter (where hi.decision = 'defer'))::int as deferrals, (array_agg(hi.decision order by hm.starts_at desc))[1] as last,
    json_agg(json_build_object('meeting', hm.reference, 'month', to_char(hm.starts_at at time zone 'Europe/London', 'YYYY-MM'), 'itemId', hi.id) order by hm.starts_at desc) filter (where hi.decision = 'defer') as "putOff"
  from agenda_items hi join meetings hm on hm.partnership_id = hi.partnership_id and hm.id = hi.meeting_id
  where hi.partnership_id = c.partnership_id and hi.case_id = c.id and hm.closed_at is not null and hm.starts_at < ${before}) h on true`;

/** The agenda of a meeting as it was published, with what was added since; of a draft, what the office keeps on it so far. */
export async function listAgenda(tx: Tx, meeting: OfMeeting): Promise<AgendaLine[]> {
  const [rows, shut] = await Promise.all([listItems(tx, meeting), listRecusedItems(tx, meeting.id)]);
  const chains = await listPutOff(tx, rows.flatMap(({ deferredFromId }) => deferredFromId ?? []));
  const lines = rows.map(({ id: caseId, reference, caseTitle, subjectType, involvesChildren, meetings, deferrals, deferredLastTime, itemId, ...line }): AgendaLine => ({
    ...line,
    id: itemId,
    case: caseId === null ? null : { id: caseId, reference, title: caseTitle, subjectType, involvesChildren, meetings, deferrals, deferredLastTime },
    putOff: line.deferredFromId === null ? line.putOff : (chains.get(line.deferredFromId) ?? []),
    recusedFrom: null,
  }));
  const recused = shut.map(({ id, number, ...from }): AgendaLine => ({ id, position: number, kind: from.kind, plannedMinutes: 0, case: null, escalationId: null, title: from.title, presenter: null, restricted: false, deferredFromId: null, plannedId: null, putOff: [], supplement: 0, papers: 0, recusedFrom: from }));
  return [...lines, ...recused].toSorted((a, b) => a.position - b.position);
}

type ItemRow = Omit<AgendaLine, "id" | "case" | "recusedFrom"> & Omit<AgendaCase, "id" | "title"> & { id: string | null; itemId: string; caseTitle: string };

const listItems = (tx: Tx, meeting: OfMeeting) =>
  tx.$queryRaw<ItemRow[]>`
    select ${caseColumns}, ${putOffColumn}, t.title as "caseTitle", i.id as "itemId", app.number_of_item(i.meeting_id, i.position) as position, i.kind, i.planned_minutes as "plannedMinutes",
      i.escalation_id as "escalationId", i.title, i.presenter, i.restricted, i.deferred_from_id as "deferredFromId", i.planned_id as "plannedId", i.supplement,
      (select count(*)::int from papers p where p.partnership_id = i.partnership_id and p.item_id = i.id and p.withdrawn_at is null) as papers
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      left join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`${meeting.startsAt}::timestamptz`)}
    where i.meeting_id = ${meeting.id}::uuid order by i.position`;

/** Where each of these deferred items was put off before, by the item: at its own meeting, and at those before it. */
export async function listPutOff(tx: Tx, itemIds: readonly string[]): Promise<Map<string, PutOff[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(PutOff & { of: string })[]>`
    with recursive back as (
      select i.id as of, i.id, i.meeting_id, i.deferred_from_id, 1 as n from agenda_items i where i.id = any(${[...itemIds]}::uuid[])
      union all select b.of, i.id, i.meeting_id, i.deferred_from_id, b.n + 1 from back b join agenda_items i on i.id = b.deferred_from_id where b.n < 50)
    select b.of, m.reference as meeting, to_char(m.starts_at at time zone 'Europe/London', 'YYYY-MM') as month, b.id as "itemId" from back b join meetings m on m.id = b.meeting_id order by b.n`;
  return new Map(itemIds.map((id) => [id, rows.filter(({ of }) => of === id).map(({ meeting, month, itemId }) => ({ meeting, month, itemId }))]));
}

/** An item that the reader knows to be there and no more: they are openly recused from its case, or from it (rule 8). */
export type RecusedItem = RecusedFrom & { id: string; number: number };
export const listRecusedItems = (tx: Tx, meetingId: string): Promise<RecusedItem[]> =>
  tx.$queryRaw<RecusedItem[]>`select r.item_id as id, app.number_of_item(${meetingId}::uuid, r.place) as number, r.reference, r.kind, r.title from app.recused_items(${meetingId}::uuid) r order by r.place`;

/** Open cases of the forum that are not on this agenda: what may still be added to it. */
export async function listCasesToAdd(tx: Tx, meeting: OfMeeting): Promise<AgendaCase[]> {
  return tx.$queryRaw<AgendaCase[]>`
    select ${caseColumns}
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`${meeting.startsAt}::timestamptz`)}
    where c.forum_id = ${meeting.forumId}::uuid and c.stage = 'open' and c.closed_on is null
      and not exists (select 1 from agenda_items i where i.partnership_id = c.partnership_id and i.meeting_id = ${meeting.id}::uuid and i.case_id = c.id)
    order by t.involves_children desc, c.opened_on, length(c.reference), c.reference`;
}
