"use server";

import { signInAdvance } from "@/domain/sign-in/commands/sign-in-advance.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitAdvanceSignature(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, signInAdvance, ({ reference }) => ({ to: `/meetings/${reference}/research`, say: "register.signedInAdvance" }));
}
