import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, day, id, optionalText, reference, text, ticked, time, version } from "../kernel/inputs.ts";

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
