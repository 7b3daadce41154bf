import { z } from "zod";
import { id, optionalText, text } from "../kernel/inputs.ts";
import { discussionLimit, reasonLimit } from "./inputs.ts";

const correctionId = id("Select the correction");
/** `was`: the words that the proposer had before them. */
export const ProposeCorrectionInput = z.strictObject({
  itemId: id("Select the item"),
  was: optionalText({ called: "Minute", max: discussionLimit }).transform((words) => words ?? ""),
  becomes: text({ called: "Minute", empty: "Enter what the minute should say", max: discussionLimit }),
});
export const AcceptCorrectionInput = z.strictObject({ correctionId });
export const RefuseCorrectionInput = z.strictObject({ correctionId, reason: text({ called: "Reason", empty: "Enter why it is not corrected", max: reasonLimit }) });
