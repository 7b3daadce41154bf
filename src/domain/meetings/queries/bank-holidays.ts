import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, withWeekday } from "../../kernel/dates.ts";
import { refuse } from "../../kernel/outcome.ts";

/** A single meeting on a bank holiday is asked about first. */
export async function refuseHoliday(tx: Tx, on: Day): Promise<void> {
  const name = (await findBankHolidays(tx, on, on)).get(on);
  if (name) refuse("meeting.bankHoliday", { day: withWeekday(on), name });
}
