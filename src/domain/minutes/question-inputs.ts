import { z } from "zod";
import { id, optionalId, reference, text } from "../kernel/inputs.ts";

export const AskQuestionInput = z.strictObject({
  itemId: id("Select the item"),
  askedById: id("Select who asked it"),
  ofAgencyId: optionalId("Select the agency that was asked"),
  wording: text({ called: "Question", empty: "Enter the question", max: 1_000 }),
});
const questionId = id("Select the question");
/** `at`: the meeting that sits and hears the answer. */
export const AnswerQuestionInput = z.strictObject({ questionId, at: reference, answer: text({ called: "Answer", empty: "Enter the answer", max: 2_000 }) });
/** `action`: the one that it becomes, by its reference. */
export const ConvertQuestionInput = z.strictObject({ questionId, at: reference, action: reference });
