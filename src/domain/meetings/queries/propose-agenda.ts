import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { AgendaItemKind, ForumKind } from "../../kernel/enums.ts";
import { escalationTitle } from "../rules.ts";
import { draftItemId, type Due, dueLines, mergedDraft } from "../draft-rules.ts";
import { type AgendaCase, type AgendaLine, caseColumns, earlierMeetings, listAgenda, listPutOff, type OfMeeting, type PutOff, putOffColumn } from "./list-agenda.ts";

/**
 * The draft agendas of meetings, each as it builds itself from what is due (rule 3): the standing items; every open case of the forum,
 * children first, then those put off last time, then the oldest; step-downs and returns, where there are any; what earlier meetings deferred; and what the forum planned. What the office changed stays
 * changed, what it left off stays off, and what becomes due later still appears. By meeting.
 */
export async function proposeAgendas(tx: Tx, meetings: readonly OfMeeting[]): Promise<Map<string, AgendaLine[]>> {
  const kept = await listKept(tx, meetings);
  const due = await listDue(tx, meetings);
  return new Map(
    meetings.map(({ id }) => {
      const lines = mergedDraft(id, kept.get(id) ?? [], due.get(id) ?? []);
      return [id, lines.map((line, index) => ({ ...line, position: index + 1 }))];
    }),
  );
}

export async function proposeAgenda(tx: Tx, meeting: OfMeeting): Promise<AgendaLine[]> {
  return (await proposeAgendas(tx, [meeting])).get(meeting.id) ?? [];
}

async function listKept(tx: Tx, meetings: readonly OfMeeting[]): Promise<Map<string, AgendaLine[]>> {
  const ids = meetings.map(({ id }) => id);
  const touched = ids.length === 0 ? [] : await tx.$queryRaw<{ id: string }[]>`select distinct meeting_id as id from agenda_items where meeting_id = any(${ids}::uuid[])`;
  const kept = new Map<string, AgendaLine[]>();
  for (const meeting of meetings.filter(({ id }) => touched.some((one) => one.id === id))) kept.set(meeting.id, await listAgenda(tx, meeting));
  return kept;
}

/** What these meetings are due to take, whatever is kept on their drafts. */
export async function listDue(tx: Tx, meetings: readonly OfMeeting[]): Promise<Map<string, AgendaLine[]>> {
  if (meetings.length === 0) return new Map();
  const forums = [...new Set(meetings.map((meeting) => meeting.forumId))];
  const [first, cases, deferred, planned, escalated, leftOff, hearing, waiting] = await Promise.all([listForums(tx, forums), listDueCases(tx, forums), listDeferred(tx, forums), listPlanned(tx, forums), listEscalated(tx, forums), listLeftOff(tx, forums), listHearing(tx, meetings), listWaiting(tx, forums)]);
  const chains = await listPutOff(tx, [...deferred.map(({ id }) => id), ...planned.flatMap(({ deferredFromId }) => deferredFromId ?? [])]);
  return new Map(
    meetings.map(({ id, forumId, startsAt }) => {
      const off = leftOff.filter(({ meetingId }) => meetingId === id);
      const forum = first.find((row) => row.forumId === forumId);
      const lines = dueLines({
        forumKind: forum?.kind ?? "cim",
        stepDowns: hearing.some((one) => one.id === id),
        metBefore: Boolean(forum?.heldAt && forum.heldAt < startsAt),
        cases: cases.filter((found) => found.forumId === forumId && !off.some(({ caseId }) => caseId === found.id)),
        deferred: deferred.filter((item) => item.forumId === forumId && (item.takenAt === null || item.takenAt === id) && item.startsAt < startsAt && (item.backFrom === null || item.backFrom <= dayOf(startsAt))),
        planned: planned.filter((one) => one.meetingId === id).map(({ meetingId: _, ...one }) => one),
        escalated: escalated.filter((one) => one.forumId === forumId && (one.meetingId ?? one.nextDraft) === id).map((one) => ({ id: one.id, called: escalationTitle(one) })),
        receipts: forum?.receipts ?? false,
        concernsWait: waiting.some((row) => row.forumId === forumId),
        leftOff: off.flatMap(({ caseId, kind }) => (caseId === null ? [kind] : [])),
      });
      return [id, lines.map((line) => drawn(id, line, chains))];
    }),
  );
}

function drawn(meetingId: string, { key, case: found, deferredFromId, ...line }: Due<DueCase>, chains: Map<string, PutOff[]>): AgendaLine {
  const { forumId: _, putOff = [], ...about } = found ?? {};
  return {
    ...line, deferredFromId, id: draftItemId(meetingId, key), position: 0, supplement: 0, papers: 0, recusedFrom: null,
    case: found ? (about as AgendaCase) : null,
    putOff: deferredFromId === null ? putOff : (chains.get(deferredFromId) ?? []),
  };
}

const listForums = (tx: Tx, forums: string[]) => tx.$queryRaw<{ forumId: string; kind: ForumKind; heldAt: Date | null; receipts: boolean }[]>`
    select f.id as "forumId", f.kind,
      exists (select 1 from escalations e where e.partnership_id = f.partnership_id and e.forum_id = f.id and (e.ended_at is null
        or e.ended_at > coalesce((select max(m.closed_at) from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id), '-infinity'))) as receipts,
      (select min(m.starts_at) from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.closed_at is not null) as "heldAt"
    from forums f where f.id = any(${forums}::uuid[])`;

/** Those of the meetings that have step-downs or returns to hear of, whoever asks. */
const listHearing = (tx: Tx, meetings: readonly OfMeeting[]) => tx.$queryRaw<{ id: string }[]>`
    select m.id from meetings m where m.id = any(${meetings.map(({ id }) => id)}::uuid[]) and app.hears_of_step_downs(m.forum_id, (m.starts_at at time zone 'Europe/London')::date)`;

type DueCase = AgendaCase & { forumId: string; putOff: PutOff[] };
const listDueCases = (tx: Tx, forums: string[]) => tx.$queryRaw<DueCase[]>`
    select c.forum_id as "forumId", ${caseColumns}, ${putOffColumn}
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`'infinity'`)}
    where c.forum_id = any(${forums}::uuid[]) and c.stage = 'open' and c.closed_on is null
    order by t.involves_children desc, "deferredLastTime" desc, c.opened_on, length(c.reference), c.reference`;

/** What closed meetings put off, and cancelled ones never took, other than cases, which come back as long as they are open, and what is planned, which is due until it is received. `takenAt`: the meeting that took it up since. */
type DeferredItem = { id: string; forumId: string; kind: AgendaItemKind; plannedMinutes: number; title: string; presenter: string | null; restricted: boolean; startsAt: Date; takenAt: string | null; /** From which day on, where something holds it; never by itself where that comes first. */ backFrom: Day | null };
const listDeferred = (tx: Tx, forums: string[]) => tx.$queryRaw<DeferredItem[]>`
    select i.id, i.forum_id as "forumId", i.kind, i.planned_minutes as "plannedMinutes", i.title, i.presenter, i.restricted, m.starts_at as "startsAt", app.comes_back_from(i.id)::text as "backFrom",
      (select n.meeting_id from agenda_items n join meetings nm on nm.partnership_id = n.partnership_id and nm.id = n.meeting_id
        where n.partnership_id = i.partnership_id and n.deferred_from_id = i.id and nm.state not in ('scheduled', 'cancelled') limit 1) as "takenAt"
    from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.forum_id = any(${forums}::uuid[]) and ((m.closed_at is not null and i.outcome = 'deferred') or (m.state = 'cancelled' and i.deferred_from_id is null)) and i.case_id is null and i.escalation_id is null and i.planned_id is null and i.title is not null and not app.waits_by_hand(i.id)
    order by m.starts_at, i.position`;

/** What the forums planned, each for the draft that takes it next. */
type PlannedItem = { id: string; meetingId: string | null; deferredFromId: string | null; kind: AgendaItemKind; plannedMinutes: number; title: string; presenter: string | null; restricted: boolean };
const listPlanned = (tx: Tx, forums: string[]) => tx.$queryRaw<PlannedItem[]>`
    select p.id, d.meeting_id as "meetingId", d.deferred_from_id as "deferredFromId", p.kind, p.planned_minutes as "plannedMinutes", p.title, case when p.presenter is null then g.name when g.name is null then p.presenter else p.presenter || ', ' || g.name end as presenter, p.restricted
    from app.planned_due(${forums}::uuid[]) d join planned_reports p on p.id = d.id left join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where d.meeting_id is not null order by p.due_month, p.planned_at, p.title`;

/** What was received from other forums and stands on no agenda yet, due at the next draft; and what stands on one. */
type EscalatedItem = { id: string; forumId: string; reference: string; title: string; meetingId: string | null; nextDraft: string | null };
const listEscalated = (tx: Tx, forums: string[]) => tx.$queryRaw<EscalatedItem[]>`
    select e.id, e.board_id as "forumId", e.reference, e.title, e.meeting_id as "meetingId",
      (select m.id from meetings m where m.partnership_id = e.partnership_id and m.forum_id = e.board_id and m.state = 'scheduled' order by m.starts_at limit 1) as "nextDraft"
    from escalations e where e.board_id = any(${forums}::uuid[]) and e.state in ('received', 'listed') order by e.sent_at, e.reference`;

const listLeftOff = (tx: Tx, forums: string[]) => tx.$queryRaw<{ meetingId: string; caseId: string | null; kind: AgendaItemKind }[]>`
    select meeting_id as "meetingId", case_id as "caseId", kind from app.left_off(${forums}::uuid[])`;

/** The forums of which concerns await triage: the same for whoever looks, of the office or not, so that a draft agenda is one. */
const listWaiting = (tx: Tx, forums: string[]) => tx.$queryRaw<{ forumId: string; many: number }[]>`select forum_id as "forumId", many from app.concerns_waiting(${forums}::uuid[])`;
