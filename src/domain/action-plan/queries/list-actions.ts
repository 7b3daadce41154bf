import { Prisma, type Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import type { Recorded } from "../../audit/record.ts";
import type { Standing } from "../../kernel/actor.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf, daysBetween, instantOf } from "../../kernel/dates.ts";
import type { DocumentForm } from "../../kernel/documents.ts";
import { type ActionAsk, type ActionState, type Capacity, type IncompleteKind, openActionStates } from "../../kernel/enums.ts";
import type { BankHolidays } from "../../kernel/working-days.ts";
import { casesGoingRound } from "../../cases/queries/going-round.ts";
import { view } from "../../view.ts";
import type { ActionFilters, ActionGroup, ActionSort } from "../inputs.ts";
import { type ActionStatus, actionStatuses, holidaysFrom, isOver, isUnanswered, quarterOf, soonUntil, statusOf, statusRule } from "../rules.ts";
import { ownerGone } from "./at-the-table.ts";
import { countChases } from "./count-chases.ts";
import { countMeetingsCarried } from "./count-meetings-carried.ts";
import { readWordings } from "./read-wordings.ts";

const quarterStart = (today: Day) => instantOf(quarterOf(today), 0, 0);
const perPage = 25;
/** So that a plan of many years can still be printed and no page takes the application down. */
const perPrint = 1000;

export type ListedAction = {
  reference: string;
  /** In the words that the reader may read: its own, else the nameless ones; null where those were left empty. */
  text: string | null;
  owner: string;
  agency: string;
  forum: string;
  due: Day;
  endedOn: Day | null;
  status: ActionStatus;
  meetingsCarried: number;
  /** How often its owner was asked for it. */
  chases: number;
  unanswered: boolean;
  /** Its owner has left the partnership or the table: the chair gives it to somebody else. */
  ownerGone: boolean;
  ageInDays: number;
  /** What its owner asks of the chair, and for which day. */
  asked: ActionAsk | null;
  askedDue: Day | null;
  /** It waits for somebody until this day. */
  waitsTo: Day | null;
  state: ActionState;
  version: number;
};
export type PlanForum = { id: string; code: string; name: string; chair: string | null; capacity: Capacity | null };
export type ActionPlan = {
  /** Whose plan it is; null where one's own actions of all forums are shown. */
  forum: PlanForum | null;
  forums: { code: string; name: string }[];
  agencies: { id: string; name: string }[];
  meeting: { reference: string; startsAt: Date } | null;
  /** What is shown, with the defaults filled in. */
  shown: { status: ActionGroup; sort: ActionSort; agency: string | null; mine: boolean; ended: "quarter" | null; select: boolean };
  actions: ListedAction[];
  total: number;
  page: number;
  pages: number;
  /** Of what is open now, and of what ended in this quarter; of one meeting's plan, of all of it. */
  counts: Record<ActionStatus, number>;
  /** What is back with the chair: declined, asked about, or without an owner. */
  withChair: number;
  quarterFrom: Day;
  today: Day;
  readAt: Date;
  /** Whether the reader may chase what is late in this plan. */
  mayChase: boolean;
  /** Whether the reader is of its chair's office, and so sees what waits to be confirmed. */
  inOffice: boolean;
  /** Whether the reader is its chair or deputy, who act on several at once. */
  mayActOnMany: boolean;
};

/**
 * The action plan of a forum, owned by its chair (rule 9), filtered, sorted and by pages; by meeting, the plan as that meeting
 * issued it. Rows are nameless (D1); each page then asks for the words of its own rows, and reading them is on the trail.
 * Null for a forum or meeting that the person doesn't see.
 */
export const listActions = view(async ({ tx, actor, standing, now, record, may }, { takenAs, ...filters }: ActionFilters & { takenAs?: DocumentForm }): Promise<ActionPlan | null> => {
  const today = dayOf(now);
  const scope = await findScope(tx, actor.personId, standing, filters, today);
  if (!scope) return null;
  const status = filters.status ?? (scope.meeting ? "all" : "open");
  const sort = filters.sort ?? (scope.meeting ? "reference" : "due");
  const order = { sort, onTop: status === "open" && sort === "due" && scope.forum ? backWithChair(scope.forum.id, today) : null };
  const shown = Prisma.sql`${scope.where} and ${whereGroup(status, today)} and ${filters.ended ? Prisma.sql`a.ended_at >= ${quarterStart(today)}` : Prisma.sql`true`}`;
  const size = filters.all ? perPrint : perPage;
  let page = filters.all ? 1 : filters.page;
  const [found, { withChair, ...counts }, holidays] = await together(tx, (at) => [readRows(at, shown, order, size, page, today), countByStatus(at, scope, today), findBankHolidays(at, holidaysFrom(today), today)]);
  let rows = found;
  if (rows.length === 0 && page > 1) rows = await readRows(tx, shown, order, size, (page = 1), today);
  const words = await readWordings(tx, rows.map(({ id }) => id));
  record(...readingsOf(rows.filter(({ id }) => words.has(id))));
  if (takenAs) record(...takingsOf(rows, takenAs));
  const total = rows[0]?.total ?? 0;
  const mayActOnMany = standing.appointments.some(({ forumId, office }) => forumId === scope.forum?.id && office !== "coordinator");
  return {
    forum: scope.forum, forums: scope.forums, agencies: scope.agencies, meeting: scope.meeting,
    shown: { status, sort, agency: filters.agency, mine: filters.mine, ended: filters.ended, select: filters.select && mayActOnMany },
    actions: rows.map((row) => listed(row, words.get(row.id)?.wording, today, holidays)),
    total, page, pages: filters.all ? 1 : Math.max(1, Math.ceil(total / size)),
    counts, withChair, quarterFrom: quarterOf(today), today, readAt: now,
    mayActOnMany,
    mayChase: scope.forum !== null && may("action.chase", { forumId: scope.forum.id }),
    inOffice: standing.appointments.some(({ forumId }) => forumId === scope.forum?.id),
  };
});

/** One's own open actions in every forum, the first due first: for one's home page. */
export async function listOwnActions(tx: Tx, personId: string, today: Day): Promise<{ actions: ListedAction[]; total: number; readings: Recorded[] }> {
  const [rows, holidays] = await Promise.all([
    readRows(tx, Prisma.sql`a.owner_id = ${personId}::uuid and ${whereGroup("open", today)}`, { sort: "due", onTop: null }, perPage, 1, today),
    findBankHolidays(tx, holidaysFrom(today), today),
  ]);
  const words = await readWordings(tx, rows.map(({ id }) => id));
  return {
    actions: rows.map((row) => listed(row, words.get(row.id)?.wording, today, holidays)),
    total: rows[0]?.total ?? 0,
    readings: readingsOf(rows.filter(({ id }) => words.has(id))),
  };
}

type Row = {
  id: string;
  forumId: string;
  forum: string;
  reference: string;
  namelessWording: string | null;
  state: ActionState;
  incompleteKind: IncompleteKind | null;
  owner: string;
  agency: string;
  due: Day;
  assignedAt: Date | null;
  endedAt: Date | null;
  meetingsCarried: number;
  chases: number;
  ownerGone: boolean;
  createdAt: Date;
  asked: ActionAsk | null;
  askedDue: Day | null;
  waitsTo: Day | null;
  version: number;
  total: number;
};

function listed(row: Row, wording: string | undefined, today: Day, holidays: BankHolidays): ListedAction {
  const { reference, owner, agency, forum, due, meetingsCarried, chases, ownerGone, asked, askedDue, waitsTo, version } = row;
  const endedOn = row.endedAt && dayOf(row.endedAt);
  const unanswered = isUnanswered(row.state, row.assignedAt && dayOf(row.assignedAt), today, holidays);
  return { reference, text: wording ?? row.namelessWording, owner, agency, forum, due, endedOn, status: statusOf(row, today), meetingsCarried, chases, unanswered: unanswered && !ownerGone, ownerGone, ageInDays: daysBetween(dayOf(row.assignedAt ?? row.createdAt), endedOn ?? today), asked, askedDue, waitsTo, state: row.state, version };
}

/** That these actions were taken away as a document, said once for each forum. */
const takingsOf = (rows: Row[], form: DocumentForm): Recorded[] =>
  [...forumsIn(rows)].map(([forumId, reference]) => ({
    event: "action.planTaken", subject: { type: "forum", id: forumId, reference, forumId }, particulars: { form, actions: rows.filter((row) => row.forumId === forumId).length },
  }));

const forumsIn = (rows: readonly { forumId: string; forum: string }[]) => new Map(rows.map(({ forumId, forum }) => [forumId, forum]));

/** That the words of these actions were read, said once for each forum and page. */
export function readingsOf(rows: readonly { id: string; forumId: string; forum: string }[]): Recorded[] {
  return [...forumsIn(rows)].map(([forumId, code]) => ({
    event: "action.listed",
    subject: { type: "forum", id: forumId, reference: code, forumId },
    particulars: { actionIds: rows.filter((row) => row.forumId === forumId).map(({ id }) => id) },
  }));
}

type Scope = Pick<ActionPlan, "forum" | "forums" | "agencies" | "meeting"> & { where: Prisma.Sql };
type ForumRow = PlanForum & { meetingId: string | null; meetingStartsAt: Date | null; agencies: { id: string; name: string }[] };

/** The forums one sits on or serves, their chairs, the agencies at their tables, and the meeting asked for: one round trip. */
async function findScope(tx: Tx, personId: string, standing: Standing, { forum: code, meeting, mine, agency }: ActionFilters, today: Day): Promise<Scope | null> {
  const rows = await tx.$queryRaw<ForumRow[]>`
    select f.id, f.code, f.name, chair.name as chair, chair.capacity, m.id as "meetingId", m.starts_at as "meetingStartsAt",
      (select coalesce(json_agg(distinct jsonb_build_object('id', g.id, 'name', g.short_name)), '[]') from memberships s join agencies g on g.partnership_id = s.partnership_id and g.id = s.agency_id
        where s.partnership_id = f.partnership_id and s.forum_id = f.id) as agencies
    from forums f left join lateral (
        select concat_ws(' ', p.style, p.name) as name, o.capacity from appointments o join people p on p.partnership_id = o.partnership_id and p.id = o.person_id
        where o.partnership_id = f.partnership_id and o.forum_id = f.id and o.office = 'chair' and ${today}::date between o.from_on and coalesce(o.until_on, 'infinity')) chair on true
      left join meetings m on m.partnership_id = f.partnership_id and m.forum_id = f.id and m.reference = ${meeting}
    where f.id = any(${forumsOf(standing)}::uuid[]) order by f.name`;
  const forums = rows.map(({ code: each, name }) => ({ code: each, name }));
  const sat = rows.find((row) => row.meetingId !== null);
  if (meeting && !sat) return null;
  const chosen = sat ?? (code === null ? (mine ? undefined : ownForum(rows, standing)) : rows.find((row) => row.code === code));
  if (!chosen && code !== null) return null;
  const of = chosen ? [chosen] : rows;
  const conditions = [
    chosen ? Prisma.sql`a.forum_id = ${chosen.id}::uuid` : Prisma.sql`a.forum_id = any(${rows.map(({ id }) => id)}::uuid[])`,
    ...(sat ? [Prisma.sql`a.meeting_id = ${sat.meetingId}::uuid and (a.assigned_at is not null or a.state = 'recorded')`] : []),
    ...(mine ? [Prisma.sql`a.owner_id = ${personId}::uuid`] : []),
    ...(agency ? [Prisma.sql`a.owner_agency_id = ${agency}::uuid`] : []),
  ];
  return {
    forum: chosen ? { id: chosen.id, code: chosen.code, name: chosen.name, chair: chosen.chair, capacity: chosen.capacity } : null,
    forums,
    agencies: [...new Map(of.flatMap((row) => row.agencies.map((one) => [one.id, one]))).values()].toSorted((a, b) => a.name.localeCompare(b.name, "en-GB")),
    meeting: sat?.meetingStartsAt && meeting ? { reference: meeting, startsAt: sat.meetingStartsAt } : null,
    where: Prisma.join(conditions, " and "),
  };
}

const forumsOf = (standing: Standing) => [...new Set([...standing.appointments, ...standing.memberships].map(({ forumId }) => forumId))];

/** Which plan opens when none is asked for: of the forum one chairs, else serves, else sits on. */
function ownForum(rows: ForumRow[], standing: Standing): ForumRow | undefined {
  const held = ["chair", "deputy", "coordinator"].flatMap((office) => standing.appointments.filter((a) => a.office === office).map((a) => a.forumId));
  return rows.find((row) => row.id === held[0]) ?? rows[0];
}

// The policies let an index be searched by a date or an id, not by a state: comparing enums is not known to be without side effects. Without this a plan costs its history.
const underWay = Prisma.sql`a.ended_at is null`;

/** What a status means to the database; `a` is the action. The table it reads is the one that records show. */
export function whereStatus(status: ActionStatus, today: Day): Prisma.Sql {
  const { states, due, kind } = statusRule(status);
  const soon = soonUntil(today);
  const when = due && { past: Prisma.sql`a.due_on < ${today}::date`, soon: Prisma.sql`a.due_on between ${today}::date and ${soon}::date`, later: Prisma.sql`a.due_on > ${soon}::date` }[due];
  const conditions = [Prisma.sql`a.state = any(${[...states]}::action_state[])`, ...(when ? [when] : []), ...(kind ? [Prisma.sql`a.incomplete_kind = ${kind}::incomplete_kind`] : [])];
  return Prisma.join([...(states.some(isOver) ? [] : [underWay]), ...conditions], " and ");
}

/** What a group of the plan means to the database; `a` is the action. */
export function whereGroup(group: ActionGroup, today: Day): Prisma.Sql {
  if (group === "all") return Prisma.sql`true`;
  if (group === "ownerless") return ownerGone(today);
  if (group === "with_chair") return Prisma.sql`${underWay} and (a.asked is not null or a.state = 'declined' or ${ownerGone(today)})`;
  if (group === "going_round") return Prisma.sql`${underWay} and a.state = any(${notOver}::action_state[]) and a.case_id in (${casesGoingRound(today)})`;
  return group === "open" ? Prisma.sql`${underWay} and a.state = any(${notOver}::action_state[])` : whereStatus(group, today);
}

/** What is open, and what was declined and waits for the chair. */
const notOver = [...openActionStates, "declined"];

/** What is back with the chair of a forum, asked of many rows: who is at its table is found once. */
const backWithChair = (forumId: string, today: Day) => Prisma.sql`(a.state = 'declined' or a.asked is not null or (a.state <> 'reported_done' and a.owner_id <> all((
  select coalesce(array_agg(p.id), '{}') from people p where p.left_at is null and (
    exists (select 1 from memberships s where s.partnership_id = p.partnership_id and s.forum_id = ${forumId}::uuid and s.person_id = p.id and ${today}::date between s.from_on and coalesce(s.until_on, 'infinity'))
    or exists (select 1 from appointments s where s.partnership_id = p.partnership_id and s.forum_id = ${forumId}::uuid and s.person_id = p.id and ${today}::date between s.from_on and coalesce(s.until_on, 'infinity'))))::uuid[])))`;

// CEN-97-4 comes before CEN-118-2, and that before CEN-118-10
const byReference = Prisma.sql`split_part(a.reference, '-', 1), length(split_part(a.reference, '-', 2)), split_part(a.reference, '-', 2), length(split_part(a.reference, '-', 3)), split_part(a.reference, '-', 3)`;
const byReferenceBackwards = Prisma.sql`split_part(a.reference, '-', 1) desc, length(split_part(a.reference, '-', 2)) desc, split_part(a.reference, '-', 2) desc, length(split_part(a.reference, '-', 3)) desc, split_part(a.reference, '-', 3) desc`;
const orders: Record<ActionSort, Prisma.Sql> = {
  due: Prisma.sql`a.due_on, ${byReference}`,
  "-due": Prisma.sql`a.due_on desc, ${byReference}`,
  reference: byReference,
  "-reference": byReferenceBackwards,
  owner: Prisma.sql`(select g.short_name from agencies g where g.id = a.owner_agency_id), (select p.name from people p where p.id = a.owner_id), a.due_on, ${byReference}`,
  "-owner": Prisma.sql`(select g.short_name from agencies g where g.id = a.owner_agency_id) desc, (select p.name from people p where p.id = a.owner_id) desc, a.due_on, ${byReference}`,
};

type Order = { sort: ActionSort; onTop: Prisma.Sql | null };
const orderBy = ({ sort, onTop }: Order) => (onTop ? Prisma.sql`${onTop} desc, ${orders[sort]}` : orders[sort]);

const readRows = (tx: Tx, where: Prisma.Sql, order: Order, size: number, page: number, today: Day): Promise<Row[]> => tx.$queryRaw<Row[]>`
  with page as (select a.* from actions a where ${where} order by ${orderBy(order)} limit ${size} offset ${(page - 1) * size})
  select a.id, a.forum_id as "forumId", f.code as forum, a.reference, a.nameless_wording as "namelessWording", a.state, a.incomplete_kind as "incompleteKind", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency,
    a.due_on::text as due, a.assigned_at as "assignedAt", a.ended_at as "endedAt", a.created_at as "createdAt", a.asked, a.asked_due_on::text as "askedDue", a.waiting_until::text as "waitsTo", a.version, (select count(*)::int from actions a where ${where}) as total,
    ${countMeetingsCarried} as "meetingsCarried", ${countChases} as chases, ${ownerGone(today)} as "ownerGone"
  from page a join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id
    join meetings m on m.partnership_id = a.partnership_id and m.id = a.meeting_id
    join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
    join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
  order by ${orderBy(order)}`;

/** What stands open now, whenever it began, and what ended in this quarter: so the cost is of the open plan, not of its history. Of one meeting's plan, all of it. */
async function countByStatus(tx: Tx, { where, meeting, forum }: Scope, today: Day): Promise<Record<ActionStatus, number> & { withChair: number }> {
  const columns = actionStatuses.map((status) => Prisma.sql`(count(*) filter (where ${whereStatus(status, today)}))::int as ${Prisma.raw(status)}`);
  const counting = Prisma.sql`select a.state, a.due_on, a.incomplete_kind, a.ended_at, a.asked, a.owner_id from actions a where ${where}`;
  const from = meeting ? counting : Prisma.sql`${counting} and ${underWay} union all ${counting} and a.ended_at >= ${quarterStart(today)}`;
  const rows = await tx.$queryRaw<(Record<ActionStatus, number> & { withChair: number })[]>`select ${Prisma.join(columns)}, ${forum ? Prisma.sql`(count(*) filter (where a.ended_at is null and a.state <> 'recorded' and ${backWithChair(forum.id, today)}))::int` : Prisma.sql`0`} as "withChair" from (${from}) a`;
  const counted = rows[0];
  if (!counted) throw new Error("a count answered nothing");
  return counted;
}
