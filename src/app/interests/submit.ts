"use server";

import { declareStandingInterest } from "@/domain/interests/commands/declare-standing-interest.ts";
import { withdrawInterest } from "@/domain/interests/commands/withdraw-interest.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

export async function submitStandingInterest(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, declareStandingInterest, () => ({ to: "/interests", say: "interest.declared" }));
}

export async function submitWithdrawal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawInterest, () => ({ to: "/interests", say: "interest.withdrawn" }));
}
