"use server";
import { submission } from "@/app/submission.ts";
import { answerQuestion } from "@/domain/minutes/commands/answer-question.ts";
import { askQuestion } from "@/domain/minutes/commands/ask-question.ts";
import { convertQuestion } from "@/domain/minutes/commands/convert-question.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { placeIn, roomPath } from "../paths.ts";

/** The office writes down what somebody asked. */
export async function submitQuestion(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askQuestion, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.questionAsked" }));
}

/** The office writes down the answer. */
export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, answerQuestion, () => ({ to: here, say: "item.questionAnswered" }));
}

/** An action carries the question from now on. */
export async function submitConvertQuestion(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, convertQuestion, () => ({ to: here, say: "item.questionConverted" }));
}
