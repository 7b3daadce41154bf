import type { Tx } from "@/platform/db/client.ts";
import { addMonths, type Day, dayOf, type Month, monthOf, nthWeekday, timeInWords, weekdayOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";

/** "Every second Tuesday of a month": the fifth is the last. `every`: so many months apart. */
export type YearRule = { nth: number; weekday: number; from: Month; every: number };
/** One date of a planned year, and what stands in its way: a bank holiday, or the ordinary meeting that its month has already. */
export type ProposedDate = { day: Day; holiday: string | null; taken: string | null; isPast: boolean };
type Asked = { forum: string | null; asked: YearRule | null };
type LatestMeeting = { startsAt: Date; place: string };

/** The dates of a year by a rule, or by the rhythm in which the forum meets; and the forums that the person may plan for. Null for whoever plans for none. */
export const proposeYear = view(async ({ tx, now, may }, { forum: code, asked }: Asked) => {
  const all = await tx.$queryRaw<{ id: string; code: string; name: string; plannedUntil: Date | null }[]>`
    select f.id, f.code, f.name, (select max(m.starts_at) from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.kind = 'ordinary' and m.state <> 'cancelled') as "plannedUntil"
    from forums f where f.id = any((select app.forums_seen())::uuid[]) order by f.code`;
  const forums = all.filter(({ id }) => may("meeting.schedule", { forumId: id }));
  if (forums.length === 0) return null;
  const forum = forums.find((each) => each.code === code);
  if (!forum) return { forums, proposal: null };
  const latest = await findLatest(tx, forum.id);
  const rule = asked ?? rhythmOf(latest.map(({ startsAt }) => dayOf(startsAt)), dayOf(now));
  const days = Array.from({ length: 12 / rule.every }, (_, n) => nthWeekday(addMonths(rule.from, n * rule.every), rule.nth, rule.weekday));
  const [first = "", end = ""] = [days[0], days.at(-1)];
  const holidays = await findBankHolidays(tx, first, end);
  const references = days.map((day) => `${forum.code}-${monthOf(day)}`);
  const taken = await tx.$queryRaw<{ reference: string }[]>`select reference from meetings where forum_id = ${forum.id}::uuid and reference = any(${references})`;
  const dates = days.map((day, n): ProposedDate => ({ day, holiday: holidays.get(day) ?? null, taken: taken.find(({ reference }) => reference === references[n])?.reference ?? null, isPast: day <= dayOf(now) }));
  return { forums, proposal: { forum, rule, thisMonth: monthOf(dayOf(now)), at: mostOf(latest.map(({ startsAt }) => timeInWords(startsAt))) ?? null, place: mostOf(latest.map(({ place }) => place)) ?? null, dates } };
});

export type ProposedYear = NonNullable<Awaited<ReturnType<typeof proposeYear>>>;

/** So many meetings show a rhythm: enough that one which was moved doesn't, few enough that a new rhythm soon does. */
const enough = 6;
const months = [1, 2, 3, 6];

const findLatest = (tx: Tx, forumId: string): Promise<LatestMeeting[]> => tx.$queryRaw<LatestMeeting[]>`
  select starts_at as "startsAt", place from meetings where forum_id = ${forumId}::uuid and kind = 'ordinary' and state <> 'cancelled' order by starts_at desc limit ${enough}`;

/** What comes most often; of what comes equally often, the latest. */
function mostOf<T>(latestFirst: readonly T[]): T | undefined {
  const times = new Map<T, number>();
  for (const one of latestFirst) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** As it mostly met of late, from when it is next due; the second Tuesday of each month for a forum that has never met. */
function rhythmOf(latestFirst: readonly Day[], today: Day): YearRule {
  const next = addMonths(monthOf(today), 1);
  const [last] = latestFirst;
  if (last === undefined) return { nth: 2, weekday: 2, from: next, every: 1 };
  const [nth = 2, weekday = 2] = mostOf(latestFirst.map((day) => `${Math.ceil(Number(day.slice(8)) / 7)} ${weekdayOf(day)}`))?.split(" ").map(Number) ?? [];
  const apart = mostOf(latestFirst.slice(1).map((day, n) => monthNumber(latestFirst[n] ?? day) - monthNumber(day))) ?? 1;
  const every = months.includes(apart) ? apart : 1;
  let from = addMonths(monthOf(last), every);
  while (from < next) from = addMonths(from, every);
  return { nth, weekday, from, every };
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
