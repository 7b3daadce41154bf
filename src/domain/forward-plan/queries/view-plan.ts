import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import { findSeenForum } from "../../forums/queries/find-seen-forum.ts";
import { minuteNumberInWords } from "../../forums/numbering.ts";
import { addMonths, type Day, dayOf, type Month, monthOf } from "../../kernel/dates.ts";
import { listPutOff } from "../../meetings/queries/list-agenda.ts";
import { type PutOffBecause, readReasons } from "../../meetings/queries/read-reasons.ts";
import { view } from "../../view.ts";
import { isOverdue, type PlannedKind, plannedKinds, type Rhythm, rhythmOf, rhythms } from "../rules.ts";

export { type PlannedKind, plannedKinds, type Rhythm, rhythms };

type OnAgenda = { reference: string; startsAt: Date; isDraft: boolean };
export type ExpectedReport = {
  id: string;
  version: number;
  kind: PlannedKind;
  title: string;
  agencyId: string | null;
  presenter: string | null;
  /** "Head of Service, Housing" */
  by: string;
  plannedMinutes: number;
  restricted: boolean;
  month: Month;
  /** The meeting it is named for. */
  meeting: string | null;
  rhythm: Rhythm;
  overdue: boolean;
  /** The agenda that has it, or the draft onto which it comes by itself; none while no meeting is planned for it. */
  on: OnAgenda | null;
  /** The meetings that put it off, the latest first. */
  putOff: string[];
};
export type ReceivedReport = { id: string; kind: PlannedKind; title: string; by: string; month: Month; meeting: string; /** "SHB 4/26" */ minute: string | null };
export type WithdrawnReport = { id: string; kind: PlannedKind; title: string; by: string; month: Month; reason: string; on: Day };
export type PutOffItem = {
  /** Of the item that was put off last. */
  id: string;
  /** What of the plan it was. */
  plannedId: string | null;
  title: string;
  /** The latest first. */
  chain: PutOffBecause[];
  /** Something holds it: the office can say that it is there. */
  waits: boolean;
  /** From which day on it comes back at the latest. */
  from: Day | null;
  /** It is on the waiting list, and comes by somebody's hand. */
  byHand: boolean;
  next: { reference: string; startsAt: Date } | null;
};
export type ForwardPlan = {
  forum: { code: string; name: string };
  today: Day;
  expected: ExpectedReport[];
  /** What meetings put off and none took since, the longest first. */
  putOff: PutOffItem[];
  /** The latest first, of the last twelve months. */
  received: ReceivedReport[];
  withdrawn: WithdrawnReport[];
  /** For whoever keeps the plan: what its forms choose from. */
  choices: PlanChoices | null;
};
export type PlanChoices = { agencies: { id: string; name: string }[]; meetings: { reference: string; startsAt: Date }[]; months: Month[] };

type Row = {
  id: string; version: number; kind: PlannedKind; title: string; agencyId: string | null; presenter: string | null; by: string; plannedMinutes: number; restricted: boolean;
  dueMonth: string; meeting: string | null; namedHeld: boolean; everyMonths: number | null; onReference: string | null; onStartsAt: Date | null; onDraft: boolean; putOff: string[];
  receivedAt: Date | null; receivedAtMeeting: string | null; minuteNumber: number | null; minuteYear: number | null; withdrawnAt: Date | null; withdrawnReason: string | null;
};

/** What comes to a forum when, what is overdue, and what came: for whoever sits on it or serves it; null for anybody else. */
export const viewPlan = view(async ({ tx, standing, now, may, record }, code: string): Promise<ForwardPlan | null> => {
  const forum = await findSeenForum(tx, standing, code);
  if (!forum) return null;
  const today = dayOf(now);
  const rows = await listPlanned(tx, forum.id, addMonths(monthOf(today), -12));
  const expected = rows.filter((row) => row.receivedAt === null && row.withdrawnAt === null).map((row) => expectedOf(row, today));
  const { items: putOff, events } = await listPutOffItems(tx, forum.id, today);
  record(...events);
  return {
    putOff,
    forum: { code: forum.code, name: forum.name }, today,
    expected: expected.toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
    received: rows.filter((row) => row.receivedAt !== null).toSorted((a, b) => Number(b.receivedAt) - Number(a.receivedAt))
      .map(({ id, kind, title, by, dueMonth, receivedAtMeeting, minuteNumber, minuteYear }) => ({ id, kind, title, by, month: dueMonth.slice(0, 7), meeting: receivedAtMeeting ?? "", minute: minuteNumber === null || minuteYear === null ? null : minuteNumberInWords(forum.code, minuteNumber, minuteYear) })),
    withdrawn: rows.filter((row) => row.withdrawnAt !== null).toSorted((a, b) => Number(b.withdrawnAt) - Number(a.withdrawnAt))
      .map(({ id, kind, title, by, dueMonth, withdrawnReason, withdrawnAt }) => ({ id, kind, title, by, month: dueMonth.slice(0, 7), reason: withdrawnReason ?? "", on: dayOf(withdrawnAt ?? now) })),
    choices: may("plan.keep", { forumId: forum.id }) ? await listPlanChoices(tx, forum.id, today) : null,
  };
});

function expectedOf({ id, version, kind, title, agencyId, presenter, by, plannedMinutes, restricted, dueMonth, meeting, namedHeld, everyMonths, onReference, onStartsAt, onDraft, putOff }: Row, today: Day): ExpectedReport {
  const month = dueMonth.slice(0, 7);
  return {
    id, version, kind, title, agencyId, presenter, by, plannedMinutes, restricted, month, meeting, putOff, rhythm: rhythmOf(everyMonths),
    overdue: isOverdue({ month, namedHeld, putOff: putOff.length }, today),
    on: onReference === null || onStartsAt === null ? null : { reference: onReference, startsAt: onStartsAt, isDraft: onDraft },
  };
}

const listPlanned = (tx: Tx, forumId: string, since: Month) => tx.$queryRaw<Row[]>`
  select p.id, p.version, p.kind, p.title, p.agency_id as "agencyId", p.presenter, concat_ws(', ', p.presenter, g.name) as by, p.planned_minutes as "plannedMinutes", p.restricted,
    (case when nm.state is null or nm.state = 'cancelled' then p.due_month else date_trunc('month', nm.starts_at at time zone 'Europe/London')::date end)::text as "dueMonth",
    case when nm.state in ('scheduled', 'published', 'in_session') then nm.reference end as meeting, nm.closed_at is not null as "namedHeld", p.every_months as "everyMonths",
    om.reference as "onReference", om.starts_at as "onStartsAt", coalesce(om.state = 'scheduled', false) as "onDraft",
    array(select dm.reference from agenda_items di join meetings dm on dm.partnership_id = di.partnership_id and dm.id = di.meeting_id
      where di.partnership_id = p.partnership_id and di.planned_id = p.id and di.outcome = 'deferred' and dm.closed_at is not null order by dm.starts_at desc) as "putOff",
    p.received_at as "receivedAt", rm.reference as "receivedAtMeeting", app.number_of_minute(ri.forum_id, ri.minute_year, ri.minute_number) as "minuteNumber", ri.minute_year as "minuteYear",
    p.withdrawn_at as "withdrawnAt", p.withdrawn_reason as "withdrawnReason"
  from planned_reports p left join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    left join meetings nm on nm.partnership_id = p.partnership_id and nm.id = p.meeting_id
    left join app.planned_due(array[${forumId}::uuid]) d on d.id = p.id
    left join lateral (select m.reference, m.starts_at, m.state from meetings m where m.partnership_id = p.partnership_id and (m.id = d.meeting_id
      or (m.state in ('published', 'in_session') and exists (select 1 from agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.planned_id = p.id))) limit 1) om on p.received_at is null and p.withdrawn_at is null
    left join agenda_items ri on ri.partnership_id = p.partnership_id and ri.id = p.received_item_id left join meetings rm on rm.partnership_id = ri.partnership_id and rm.id = ri.meeting_id
  where p.forum_id = ${forumId}::uuid and coalesce(p.received_at, p.withdrawn_at, 'infinity') >= ${`${since}-01`}::date
  order by p.due_month, p.planned_at, p.title`;

type Deferred = { id: string; plannedId: string | null; title: string; backFrom: string | null; byHand: boolean; reference: string | null; startsAt: Date | null };

async function listPutOffItems(tx: Tx, forumId: string, today: Day): Promise<{ items: PutOffItem[]; events: Recorded[] }> {
  const rows = await tx.$queryRaw<Deferred[]>`
    select i.id, i.planned_id as "plannedId", i.title, app.comes_back_from(i.id)::text as "backFrom", app.waits_by_hand(i.id) as "byHand", n.reference, n.starts_at as "startsAt"
    from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id left join planned_reports p on p.partnership_id = i.partnership_id and p.id = i.planned_id
      left join lateral (select s.reference, s.starts_at from meetings s where s.partnership_id = i.partnership_id and s.forum_id = i.forum_id and s.state = 'scheduled' and s.starts_at > m.starts_at
        and (s.starts_at at time zone 'Europe/London')::date >= coalesce(app.comes_back_from(i.id), '-infinity') order by s.starts_at limit 1) n on true
    where i.forum_id = ${forumId}::uuid and m.closed_at is not null and i.outcome = 'deferred' and i.case_id is null and i.escalation_id is null and i.title is not null
      and (i.planned_id is null or (p.id is not null and p.received_at is null and p.withdrawn_at is null))
      and not exists (select 1 from agenda_items l join meetings lm on lm.partnership_id = l.partnership_id and lm.id = l.meeting_id
        where l.partnership_id = i.partnership_id and l.deferred_from_id = i.id and lm.state not in ('scheduled', 'cancelled'))
      and not exists (select 1 from waiting_items w where w.partnership_id = i.partnership_id and w.from_item_id = i.id and w.ended_at is not null)
    order by m.starts_at, i.position`;
  const chains = await listPutOff(tx, rows.map(({ id }) => id));
  const { because, events } = await readReasons(tx, forumId, [...chains.values()]);
  const items = rows.map(({ id, plannedId, title, backFrom, byHand, reference, startsAt }): PutOffItem => ({
    id, plannedId, title, byHand, chain: because(chains.get(id) ?? []), waits: backFrom !== null && backFrom > today, from: backFrom === null || backFrom === "infinity" ? null : backFrom,
    next: reference === null || startsAt === null ? null : { reference, startsAt },
  }));
  return { items, events };
}

async function listPlanChoices(tx: Tx, forumId: string, today: Day): Promise<PlanChoices> {
  const agencies = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from agencies order by name`;
  const meetings = await tx.$queryRaw<{ reference: string; startsAt: Date }[]>`select reference, starts_at as "startsAt" from meetings where forum_id = ${forumId}::uuid and state = 'scheduled' order by starts_at`;
  return { agencies, meetings, months: Array.from({ length: 24 }, (_, n) => addMonths(monthOf(today), n)) };
}
