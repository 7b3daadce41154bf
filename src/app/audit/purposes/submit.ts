"use server";

import { agreeToPurpose } from "@/domain/cases/commands/agree-to-purpose.ts";
import { askToOpenCase } from "@/domain/cases/commands/ask-to-open-case.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitPurpose(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askToOpenCase, () => ({ to: "/audit/purposes", say: "purpose.asked" }));
}

/** Another information governance officer agrees. */
export async function submitAgreement(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, agreeToPurpose, () => ({ to: "/audit/purposes", say: "purpose.agreed" }));
}

/** The chair agrees, on the page of the case. */
export async function submitChairAgreement(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, agreeToPurpose, ({ reference }) => ({ to: `/cases/${reference}`, say: "purpose.agreed" }));
}
