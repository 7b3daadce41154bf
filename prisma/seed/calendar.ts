import { addDays, addMonths, asDate, type Day, dayOf, instantOf, monthOf, nthWeekday } from "../../src/domain/kernel/dates.ts";

/** When a forum meets: "on the second Tuesday, at 2pm". */
export type Rhythm = { nth: number; weekday: number; hour: number; minute: number };

/** The day on which a forum meets in the month so many months away from that of a day. */
export const meetingDay = ({ nth, weekday }: Rhythm, near: Day, months: number): Day => nthWeekday(addMonths(monthOf(near), months), nth, weekday);

/** The next full hour after an instant: never the instant itself. */
export const nextFullHour = (after: Date): Date => new Date((Math.floor(after.getTime() / 3_600_000) + 1) * 3_600_000);

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** A working hour of a day some days away from an instant, moved to Monday where it falls on a weekend. */
export function workingMoment(from: Date, days: number, hour: number, minute: number): Date {
  return instantOf(workingDay(addDays(dayOf(from), days)), hour, minute);
}

/** The day itself, or the Monday after a weekend. */
export function workingDay(day: Day): Day {
  const weekday = asDate(day).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The day itself, or the last one before a weekend or a holiday that never moves. */
export function beforeWeekend(day: Day): Day {
  const isFree = [0, 6].includes(asDate(day).getUTCDay()) || ["12-25", "12-26", "01-01"].includes(day.slice(5));
  return isFree ? beforeWeekend(addDays(day, -1)) : day;
}
