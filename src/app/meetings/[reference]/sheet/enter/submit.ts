"use server";

import { enterSheet, enterSheetGuest } from "@/domain/sign-in/commands/enter-sheet.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../../submission.ts";

export async function submitSheet(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, enterSheet, ({ reference }) => ({ to: `/meetings/${reference}/sheet/enter`, say: "register.sheetEntered" }));
}

export async function submitSheetGuest(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, enterSheetGuest, ({ reference }) => ({ to: `/meetings/${reference}/sheet/enter`, say: "register.sheetEntered" }));
}
