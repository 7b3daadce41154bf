import { addDays, addMonths, asDate, type Day, dayOf, type Month, weekdayOf } from "../../kernel/dates.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";

export type MonthMeeting = { reference: string; forum: string; code: string; state: MeetingState; provisional: boolean; startsAt: Date };
export type MonthDay = { day: Day; inMonth: boolean; holiday: string | null; meetings: MonthMeeting[] };

/** The meetings of a month in its weeks, from Monday to Sunday, with England's bank holidays. `forum` is a code. */
export const viewMonth = view(async ({ tx, now }, { month, forum }: { month: Month; forum: string | null }) => {
  const first = `${month}-01`;
  const from = addDays(first, -((weekdayOf(first) + 6) % 7));
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const until = addDays(last, (7 - weekdayOf(last)) % 7);
  const meetings = await tx.$queryRaw<MonthMeeting[]>`
    select m.reference, f.name as forum, f.code, m.state, m.provisional, m.starts_at as "startsAt" from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
    where m.starts_at >= ${asDate(addDays(from, -1))} and m.starts_at < ${asDate(addDays(until, 2))} and (${forum}::text is null or f.code = ${forum}) order by m.starts_at, m.reference`;
  const holidays = await findBankHolidays(tx, from, until);
  const days: MonthDay[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push({ day, inMonth: day.startsWith(month), holiday: holidays.get(day) ?? null, meetings: meetings.filter(({ startsAt }) => dayOf(startsAt) === day) });
  const weeks = Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7));
  return { month, today: dayOf(now), weeks };
});
