import Holidays from "date-holidays";
import type { Tx } from "@/platform/db/client.ts";
import { addDays, type Day } from "./dates.ts";
import { addWorkingDays } from "./working-days.ts";

const england = new Holidays("GB", "ENG");
const ofYears = new Map<number, [Day, string][]>();

/** The bank holidays of England in a year, with the days that stand in for those on a weekend. */
function ofYear(year: number): [Day, string][] {
  const known = ofYears.get(year);
  if (known) return known;
  const found = england.getHolidays(year, "en").filter(({ type }) => type === "public").map(({ date, name }): [Day, string] => [date.slice(0, 10), name]);
  ofYears.set(year, found);
  return found;
}

/** The bank holidays of England from one day to another: those of every year, and the ones that the partnership added. */
export async function findBankHolidays(tx: Tx, from: Day, until: Day): Promise<Map<Day, string>> {
  const added = await tx.$queryRaw<{ day: Day; name: string }[]>`select on_day::text as day, name from bank_holidays where withdrawn_at is null and on_day between ${from}::date and ${until}::date`;
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const everyYear = Array.from({ length: last - first + 1 }, (_, index) => ofYear(first + index)).flat().filter(([day]) => day >= from && day <= until);
  return new Map([...everyYear, ...added.map(({ day, name }): [Day, string] => [day, name])]);
}

/** The day that is so many working days after another, by the partnership's own calendar. */
export async function workingDaysFrom(tx: Tx, from: Day, many: number): Promise<Day> {
  return addWorkingDays(from, many, await findBankHolidays(tx, from, addDays(from, many * 2 + 30)));
}
