"use server";

import { submission } from "@/app/submission.ts";
import { addAgency, changeAgency } from "@/domain/directory/commands/keep-agencies.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitAgency(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addAgency, () => ({ to: "/admin/agencies", say: "directory.kept" }));
}

export async function submitAgencyChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeAgency, () => ({ to: "/admin/agencies", say: "directory.kept" }));
}
