import { randomInt } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { CounterKind } from "../kernel/enums.ts";

/**
 * The next running number of a kind in a forum; without gaps, since it is given back when the transaction fails. `period` is the
 * year where numbering begins again, else 0. Cases alone are numbered with gaps: up to two numbers are left out by chance, so that
 * somebody from whom a case is kept silently can't tell from CEN-118 and CEN-120 that there is a CEN-119 (rule 8).
 */
export async function nextNumber(tx: Tx, at: { partnershipId: string; forumId: string }, kind: CounterKind, period = 0, many = 1): Promise<number> {
  const by = kind === "case" ? many + randomInt(0, 3) : many;
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into forum_counters (partnership_id, forum_id, kind, period, last)
    values (${at.partnershipId}::uuid, ${at.forumId}::uuid, ${kind}::counter_kind, ${period}, ${by})
    on conflict (partnership_id, forum_id, kind, period) do update set last = forum_counters.last + ${by} returning last`;
  const last = rows[0]?.last;
  if (last === undefined) throw new Error("no number was given");
  return last - many + 1;
}

/** The year of a forum's numbering in which a month falls: a municipal year from May 2026 to April 2027 is 2026. */
export const numberingYear = (day: string, yearStartsMonth: number): number => {
  const [year, month] = day.split("-").map(Number);
  return (month ?? 1) >= yearStartsMonth ? (year ?? 0) : (year ?? 0) - 1;
};


/** The number of a minute as boards say it: "CEN 12/26". */
export const minuteNumberInWords = (code: string, number: number, year: number): string => `${code} ${number}/${String(year % 100).padStart(2, "0")}`;
