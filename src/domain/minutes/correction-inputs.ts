import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, optionalId, optionalText, text } from "../kernel/inputs.ts";
import { discussionLimit, reasonLimit } from "./inputs.ts";

const correctionId = id("Select the correction");
/** `was`: the words that the proposer had before them. `resolutionId`: of the part that was resolved, where it is one. */
export const ProposeCorrectionInput = z.strictObject({
  itemId: id("Select the item"),
  part: choice(enums.minute_part, "Select what is to be corrected").default("discussion"),
  resolutionId: optionalId("Select which part is to be corrected"),
  was: optionalText({ called: "Minute", max: discussionLimit }).transform((words) => words ?? ""),
  becomes: text({ called: "Minute", empty: "Enter what the minute should say", max: discussionLimit }),
});
export const AcceptCorrectionInput = z.strictObject({ correctionId });
export const RefuseCorrectionInput = z.strictObject({ correctionId, reason: text({ called: "Reason", empty: "Enter why it is not corrected", max: reasonLimit }) });
