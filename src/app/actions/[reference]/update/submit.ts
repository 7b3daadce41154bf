"use server";

import { checkFirst, submission } from "@/app/submission.ts";
import { updateAction } from "@/domain/action-plan/commands/update-action.ts";
import { UpdateActionInput } from "@/domain/action-plan/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

/** First all answers to check, then on their way to the chair. */
export async function submitUpdate(state: FormState, form: FormData): Promise<FormState> {
  return checkFirst(state, form, UpdateActionInput) ?? submission(state, form, updateAction, ({ reference }) => ({ to: `/actions/${reference}/update/sent` }));
}
