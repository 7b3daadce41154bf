import { Prisma, type Tx } from "@/platform/db/client.ts";
import { addDays, type Day, dayOf } from "../../kernel/dates.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import type { ConcernState } from "../../kernel/enums.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { view } from "../../view.ts";
import { isRepeat, type Progress, progressOf, suggestsRaising } from "../rules.ts";

/** What is listed: what waits for the chair; what was decided and is not answered to the end; what was; and one's own, raised or in the surgery log. */
export const concernLists = ["waiting", "decided", "answered", "mine", "log"] as const;
export type ConcernList = (typeof concernLists)[number];

export type ListedConcern = {
  id: string;
  reference: string;
  state: ConcernState;
  ward: string;
  forum: string;
  /** By whom it is: for the chair's office. */
  by: string;
  raisedOn: Day | null;
  hearBy: Day | null;
  /** Working days since it was raised, until it was decided. */
  waited: number;
  isLate: boolean;
  times: number;
  saysDanger: boolean;
  /** A question was asked and not answered. */
  asked: boolean;
  atMeeting: boolean;
  /** First words, for whose list it is. */
  what: string;
  place: string;
  passedTo: string | null;
};
export type ConcernPage = { list: ConcernList; concerns: ListedConcern[]; total: number; page: number; pages: number; counts: Record<ConcernList, number>; isOffice: boolean; today: Day; drafts: number };

const size = 25;
const scopes = {
  waiting: Prisma.sql`c.state = 'raised' and c.forum_id = any((select app.offices_held())::uuid[])`,
  decided: Prisma.sql`c.state in ('taken', 'joined', 'redirected', 'declined', 'escalated') and c.forum_id = any((select app.offices_held())::uuid[])`,
  answered: Prisma.sql`c.state = 'answered' and c.raised_at is not null and c.forum_id = any((select app.offices_held())::uuid[])`,
  mine: Prisma.sql`((c.raised_by_id = (select app.person()) and c.raised_at is not null) or (c.passed_by_id = (select app.person())))`,
  log: Prisma.sql`c.raised_by_id = (select app.person()) and c.raised_at is null`,
} satisfies Record<ConcernList, Prisma.Sql>;
const orders = {
  waiting: Prisma.sql`c.says_danger desc, c.raised_at, c.reference`,
  decided: Prisma.sql`c.decided_at, c.reference`,
  answered: Prisma.sql`c.answered_at desc, c.reference desc`,
  mine: Prisma.sql`c.raised_at desc nulls first, c.reference desc`,
  log: Prisma.sql`(c.state = 'logged') desc, c.written_at desc, c.reference desc`,
} satisfies Record<ConcernList, Prisma.Sql>;

type Row = Omit<ListedConcern, "raisedOn" | "waited" | "isLate"> & { raisedAt: Date | null; decidedAt: Date | null; total: number };

/** Concerns by pages: for the chair's office what waits, the oldest first and danger before it; for everybody their own. A page that isn't there reads as the first. */
export const listConcerns = view(async ({ tx, standing, now }, asked: { list: ConcernList | null; page: number }): Promise<ConcernPage> => {
  const today = dayOf(now);
  const isOffice = standing.appointments.length > 0;
  const own = asked.list === "mine" || asked.list === "log";
  const list = asked.list && (isOffice || own) ? asked.list : isOffice ? "waiting" : "mine";
  const counts = await countLists(tx);
  const pages = Math.max(1, Math.ceil(counts[list] / size));
  const page = asked.page <= pages ? asked.page : 1;
  const rows = await readPage(tx, list, page);
  const oldest = rows.map(({ raisedAt }) => raisedAt && dayOf(raisedAt)).filter((day) => day !== null).toSorted()[0] ?? today;
  const holidays = await findBankHolidays(tx, oldest, today);
  const [drafts] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from concern_drafts where ended_at is null`;
  return {
    list, page, pages, counts, isOffice, today, total: counts[list], drafts: drafts?.n ?? 0,
    concerns: rows.map(({ raisedAt, decidedAt, total: _, ...row }) => {
      const raisedOn = raisedAt && dayOf(raisedAt);
      const until = decidedAt ? dayOf(decidedAt) : today;
      return { ...row, raisedOn, waited: raisedOn ? workingDaysBetween(raisedOn, until, holidays) : 0, isLate: row.hearBy !== null && until > row.hearBy };
    }),
  };
});

async function countLists(tx: Tx): Promise<Record<ConcernList, number>> {
  const columns = concernLists.map((list) => Prisma.sql`(count(*) filter (where ${scopes[list]}))::int as ${Prisma.raw(list)}`);
  const rows = await tx.$queryRaw<Record<ConcernList, number>[]>`select ${Prisma.join(columns)} from concerns c`;
  return rows[0] ?? { waiting: 0, decided: 0, answered: 0, mine: 0, log: 0 };
}

const readPage = (tx: Tx, list: ConcernList, page: number) => tx.$queryRaw<Row[]>`
  select c.id, c.reference, c.state, w.name as ward, f.name as forum, concat_ws(' ', p.style, p.name) as by, c.raised_at as "raisedAt", c.decided_at as "decidedAt", c.hear_by::text as "hearBy",
    (1 + (select count(*) from concern_recurrences r where r.partnership_id = c.partnership_id and r.concern_id = c.id))::int as times, c.says_danger as "saysDanger", c.meeting_id is not null as "atMeeting",
    coalesce((select a.kind = 'more_asked' from concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind in ('more_asked', 'more_told') order by a.given_at desc limit 1), false) as asked,
    k.what, k.place, case when c.passed_by_id = (select app.person()) then concat_ws(' ', p.style, p.name) end as "passedTo", 0 as total
  from concerns c join wards w on w.partnership_id = c.partnership_id and w.id = c.ward_id join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
    join people p on p.partnership_id = c.partnership_id and p.id = c.raised_by_id join concern_contents k on k.partnership_id = c.partnership_id and k.concern_id = c.id
  where ${scopes[list]} order by ${orders[list]} limit ${size} offset ${(page - 1) * size}`;

export type OwnConcern = {
  reference: string;
  state: ConcernState;
  what: string;
  place: string;
  ward: string;
  hearBy: Day | null;
  raisedOn: Day | null;
  times: number;
  progress: Progress;
  asked: boolean;
  suggestsRaising: boolean;
  isRepeat: boolean;
  /** What may be told residents, and when it was. */
  replies: { answerId: string; words: string; givenAt: Date; toldOn: Day | null }[];
};
type OwnRow = Pick<OwnConcern, "reference" | "state" | "what" | "place" | "ward" | "hearBy" | "times" | "asked" | "replies"> & { raisedAt: Date | null; actedAt: Date | null; doneAt: Date | null; stage: "open" | "stepped_down" | "closed" | null };

/** One's own concerns that aren't over and told, the newest first, each with how far it has come: for the home page. */
export async function listOwnConcerns(tx: Tx, now: Date, most = 8): Promise<OwnConcern[]> {
  const since = addDays(dayOf(now), -60);
  const rows = await tx.$queryRaw<OwnRow[]>`
    select c.reference, c.state, k.what, k.place, w.name as ward, c.hear_by::text as "hearBy", c.raised_at as "raisedAt", p.acted_at as "actedAt", p.done_at as "doneAt", p.stage,
      (1 + (select count(*) from concern_recurrences r where r.partnership_id = c.partnership_id and r.concern_id = c.id))::int as times,
      coalesce((select a.kind = 'more_asked' from concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind in ('more_asked', 'more_told') order by a.given_at desc limit 1), false) as asked,
      coalesce((select json_agg(json_build_object('answerId', a.id, 'words', a.words, 'givenAt', a.given_at, 'toldOn', t.told_on) order by a.given_at desc) from concern_answers a
        left join concern_tellings t on t.partnership_id = a.partnership_id and t.answer_id = a.id
        where a.partnership_id = c.partnership_id and a.concern_id = c.id and c.raised_at is not null and a.kind in ('replied', 'answered')), '[]') as replies
    from concerns c join concern_contents k on k.partnership_id = c.partnership_id and k.concern_id = c.id join wards w on w.partnership_id = c.partnership_id and w.id = c.ward_id
      left join app.concern_progress() p on p.concern_id = c.id
    where c.raised_by_id = (select app.person()) and (c.state = 'logged' or (c.raised_at is not null and (c.state <> 'answered' or c.answered_at > ${since}::date
      or not exists (select 1 from concern_tellings t where t.partnership_id = c.partnership_id and t.concern_id = c.id))))
    order by c.state = 'logged' desc, coalesce(c.raised_at, c.written_at) desc`;
  // a full log never pushes out what was raised, nor the other way round
  const shown = [...rows.filter(({ raisedAt }) => raisedAt).slice(0, most), ...rows.filter(({ raisedAt }) => !raisedAt)];
  return shown.map(({ raisedAt, actedAt, doneAt, stage, replies, ...row }) => ({
    ...row,
    raisedOn: raisedAt && dayOf(new Date(raisedAt)),
    progress: progressOf({ state: row.state, actedAt, doneAt, stage }),
    suggestsRaising: suggestsRaising(row.state, row.times),
    isRepeat: isRepeat(row.times),
    replies: replies.map((reply) => ({ ...reply, givenAt: new Date(reply.givenAt) })),
  }));
}
