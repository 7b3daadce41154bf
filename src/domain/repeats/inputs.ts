import { z } from "zod";
import { choice, id, reference, text } from "../kernel/inputs.ts";

export { mostChecks, waitUntilEven } from "./rules.ts";

/** What somebody needs to know it for is asked each time, and kept: it is how a run of questions is told from work. */
export const CheckSimilarInput = z.strictObject({
  reference,
  purpose: text({ called: "What you need to know it for", empty: "Enter what you need to know it for", max: 300 }).pipe(z.string().min(10, { error: "What you need to know it for must be 10 characters or more" })),
});
export const AskToTalkInput = z.strictObject({ reference });
export const AnswerTalkInput = z.strictObject({ talkId: id("Select a request"), known: choice(["yes", "no"], "Select whether you make yourself known") });
