"use server";

import { acknowledgeTerms } from "@/domain/terms/commands/acknowledge-terms.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitRead(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, acknowledgeTerms, ({ forum }) => ({ to: `/forums/${forum}/terms`, say: "terms.acknowledged" }));
}
