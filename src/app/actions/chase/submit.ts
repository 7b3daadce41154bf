"use server";

import { submission } from "@/app/submission.ts";
import { chaseActions } from "@/domain/chases/commands/chase-actions.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitChase(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, chaseActions, ({ forum }) => ({ to: `/actions?forum=${encodeURIComponent(forum)}&status=overdue`, say: "action.chased" }));
}
