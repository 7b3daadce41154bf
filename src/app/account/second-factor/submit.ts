"use server";

import { replaceFactor } from "@/domain/accounts/commands/keep-own-account.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { toKeptCodes } from "../../sign-in/entry.ts";
import { submission } from "../../submission.ts";

export async function submitFactor(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, replaceFactor, toKeptCodes);
}
