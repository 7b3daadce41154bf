import { z } from "zod";
import type { Day } from "../kernel/dates.ts";
import { id, optionalChoice, optionalDay, reference, text, version } from "../kernel/inputs.ts";
import { whenAndWhere } from "./inputs.ts";

/** What becomes of one date of a planned year. */
export const plannedAs = ["sure", "provisional", "leave_out"] as const;
type PlannedAs = (typeof plannedAs)[number];
const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** A forum's dates of a year, up to twelve: `on1` and `as1` are the first one and what becomes of it. */
export const PlanYearInput = z
  .strictObject({
    forumId: id("Select the forum that meets"),
    at: whenAndWhere.at,
    place: whenAndWhere.place,
    ...Object.fromEntries(numbers.map((n) => [`on${n}`, optionalDay({ called: `Date ${n}` })])),
    ...Object.fromEntries(numbers.map((n) => [`as${n}`, optionalChoice(plannedAs, "Select whether to plan this date")])),
  })
  .transform(({ forumId, at, place, ...dates }) => {
    const given = dates as Record<string, Day | PlannedAs | null>;
    const rows = numbers.map((n) => ({ field: `on${n}`, on: given[`on${n}`] as Day | null, as: given[`as${n}`] as PlannedAs | null }));
    return { forumId, at, place, rows: rows.filter((row) => row.as !== null && row.as !== "leave_out") };
  });

const why = (empty: string) => text({ called: "Reason", empty, max: 500 });
export const RescheduleInput = z.strictObject({ reference, version, ...whenAndWhere, reason: why("Enter why the meeting is moved") });
export const CancelMeetingInput = z.strictObject({ reference, version, reason: why("Enter why the meeting is cancelled") });
