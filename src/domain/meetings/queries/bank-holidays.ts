import Holidays from "date-holidays";
import type { Tx } from "@/platform/db/client.ts";
import { type Day, withWeekday } from "../../kernel/dates.ts";
import { refuse } from "../../kernel/outcome.ts";

const england = new Holidays("GB", "ENG");

/** The bank holidays of England from one day to another, by day: those of every year, with their substitutes, and the ones that an administrator added. */
export async function findBankHolidays(tx: Tx, from: Day, until: Day): Promise<Map<Day, string>> {
  const added = await tx.$queryRaw<{ day: Day; name: string }[]>`select on_day::text as day, name from bank_holidays where on_day between ${from}::date and ${until}::date`;
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const everyYear = Array.from({ length: last - first + 1 }, (_, index) => england.getHolidays(first + index, "en")).flat()
    .filter(({ type }) => type === "public").map(({ date, name }) => ({ day: date.slice(0, 10), name })).filter(({ day }) => day >= from && day <= until);
  return new Map([...everyYear, ...added].map(({ day, name }) => [day, name]));
}

/** A single meeting on a bank holiday is asked about first. */
export async function refuseHoliday(tx: Tx, on: Day): Promise<void> {
  const name = (await findBankHolidays(tx, on, on)).get(on);
  if (name) refuse("meeting.bankHoliday", { day: withWeekday(on), name });
}
