import { type Day, type Month, monthOf } from "../kernel/dates.ts";

/** What a forum plans for: what somebody brings and presents. */
export const plannedKinds = ["report", "presentation"] as const;
export type PlannedKind = (typeof plannedKinds)[number];

/** How often a report is due, and after how many months the next one is. */
export const rhythms = ["once", "1", "2", "3", "6", "12"] as const;
export type Rhythm = (typeof rhythms)[number];
export const monthsOf = (rhythm: Rhythm): number | null => (rhythm === "once" ? null : Number(rhythm));
export const rhythmOf = (months: number | null): Rhythm => rhythms.find((one) => monthsOf(one) === months) ?? "once";

/** Expected and not received: its month is over, or the meeting it was named for has been held without it, or put it off. */
export const isOverdue = ({ month, namedHeld, putOff }: { month: Month; namedHeld: boolean; putOff: number }, today: Day): boolean => namedHeld || putOff > 0 || month < monthOf(today);
