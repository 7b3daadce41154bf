"use server";

import { changePassword } from "@/domain/accounts/commands/keep-own-account.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitPassword(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changePassword, () => ({ to: "/account", say: "account.passwordChanged" }));
}
