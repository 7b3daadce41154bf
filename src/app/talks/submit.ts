"use server";

import { answerTalk } from "@/domain/repeats/commands/answer-talk.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, answerTalk, () => ({ to: "/talks", say: "talk.answered" }));
}
