import { addDays, type Day, daysBetween } from "../kernel/dates.ts";
import type { EscalationState } from "../kernel/enums.ts";
import { type BankHolidays, isWorkingDay } from "../kernel/working-days.ts";

/** A board that has neither said how often it meets nor met twice: a month. */
export const cycleUnknown = 31;

/**
 * One cycle of a board, in days: as it says itself; else the middle of the gaps between the days it meets, those that are over and those
 * that are planned, a moved one on its new day and a cancelled one not at all. `days` in any order.
 */
export function cycleOf(days: readonly Day[], stated: number | null): number {
  if (stated !== null) return stated;
  const sorted = [...new Set(days)].sort();
  const gaps = sorted.slice(1).map((day, index) => daysBetween(sorted[index] ?? day, day)).toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? cycleUnknown;
}

/** The day by which an escalation is to stand on an agenda: one cycle of that board from the day it was sent, and where that is no working day, the next one that is. */
export function listByOf(sentOn: Day, cycle: number, holidays: BankHolidays): Day {
  let day = addDays(sentOn, cycle);
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}

type Dated = { state: EscalationState; listBy: Day; cycleDays: number; listedOn: Day | null };

/** Rule 24: not listed within one cycle of that board, or put on an agenda more than another cycle away. Such a one alarms the forum's chair, and again each week. */
export function isNotListed({ state, listBy, cycleDays, listedOn }: Dated, today: Day): boolean {
  if (today <= listBy) return false;
  return state === "sent" || state === "received" || (state === "listed" && listedOn !== null && listedOn > addDays(listBy, cycleDays));
}

/** How many days it took, or has taken so far. */
export const daysTo = (sentOn: Day, reachedOn: Day | null, today: Day): number => daysBetween(sentOn, reachedOn ?? today);
