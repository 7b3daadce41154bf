import { addDays, type Day, daysBetween, weekdayOf } from "./dates.ts";

/** Bank holidays by their day, with their names. */
export type BankHolidays = ReadonlyMap<Day, string>;

export const isWorkingDay = (day: Day, holidays: BankHolidays): boolean => ![0, 6].includes(weekdayOf(day)) && !holidays.has(day);

/** Working days after the first day, up to and with the last: from Friday to Monday is one. */
export function workingDaysBetween(from: Day, to: Day, holidays: BankHolidays): number {
  const days = Math.max(0, daysBetween(from, to));
  const first = weekdayOf(from);
  let weekdays = Math.floor(days / 7) * 5;
  for (let n = 1; n <= days % 7; n += 1) if (![0, 6].includes((first + n) % 7)) weekdays += 1;
  const free = [...holidays.keys()].filter((day) => day > from && day <= to && ![0, 6].includes(weekdayOf(day)));
  return weekdays - free.length;
}

/** The day that is so many working days after another: what is promised on a Friday for five days hence is due on the next Friday. */
export function addWorkingDays(from: Day, many: number, holidays: BankHolidays): Day {
  let day = from;
  for (let left = many; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** So many working days until whoever raised a concern hears of it (rule 15). */
export const answerWithin = 5;
