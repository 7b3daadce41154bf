import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import type { Day } from "../kernel/dates.ts";
import { choice, day, id, optionalChoice, optionalDay, optionalText, reference, text, ticked, time, version } from "../kernel/inputs.ts";

/** `onHoliday`: said after a warning, on a bank holiday all the same. */
export const whenAndWhere = {
  on: day({ called: "Date of the meeting", empty: "Enter the date of the meeting" }),
  at: time({ called: "Time it starts", empty: "Enter the time it starts" }),
  place: text({ called: "Place", empty: "Enter where it meets", max: 200 }),
  onHoliday: z.preprocess((value) => value === "yes", z.boolean()),
};

export const ScheduleMeetingInput = z.strictObject({
  forumId: id("Select the forum that meets"),
  kind: choice(enums.meeting_kind, "Select whether the meeting is ordinary or extraordinary"),
  ...whenAndWhere,
});

export const PublishAgendaInput = z.strictObject({
  reference,
  version,
  overLimitReason: optionalText({ called: "Reason for a longer agenda", max: 500 }),
});

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
    const given = dates as Record<string, string | null>;
    const rows = numbers.map((n) => ({ field: `on${n}`, on: given[`on${n}`] as Day | null, as: given[`as${n}`] as PlannedAs | null }));
    return { forumId, at, place, rows: rows.filter((row) => row.as !== null && row.as !== "leave_out") };
  });

const why = (empty: string) => text({ called: "Reason", empty, max: 500 });
export const RescheduleInput = z.strictObject({ reference, version, ...whenAndWhere, reason: why("Enter why the meeting is moved") });
export const CancelMeetingInput = z.strictObject({ reference, version, reason: why("Enter why the meeting is cancelled") });

/** An act on a meeting as it was drawn: open the doors, open the meeting. */
export const MeetingAsSeen = z.strictObject({ reference, version });

/** `asDiscussion`: below its quorum, where whoever presides says so (rule 4). */
export const OpenMeetingInput = z.strictObject({ reference, version, asDiscussion: ticked });

/** An item of a meeting in session that the room takes up. */
export const OpenItemInput = z.strictObject({ itemId: id("Select the item") });

export const AddCaseInput = z.strictObject({
  reference,
  caseReference: z.preprocess((value) => value ?? "", reference.pipe(z.string().min(1, { error: "Select the case to add" }))),
});
