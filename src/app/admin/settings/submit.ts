"use server";

import { submission } from "@/app/submission.ts";
import { addBankHoliday, withdrawBankHoliday } from "@/domain/directory/commands/keep-bank-holidays.ts";
import { adoptDeclaration, settle } from "@/domain/directory/commands/settle.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitSettings(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, settle, () => ({ to: "/admin/settings", say: "directory.kept" }));
}

export async function submitDeclaration(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, adoptDeclaration, () => ({ to: "/admin/settings", say: "directory.kept" }));
}

export async function submitHoliday(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addBankHoliday, () => ({ to: "/admin/settings", say: "bankHoliday.added" }));
}

export async function submitHolidayWithdrawn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawBankHoliday, () => ({ to: "/admin/settings", say: "bankHoliday.withdrawn" }));
}
