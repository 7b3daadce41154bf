"use server";

import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

/** A forum takes a case. */
export async function submitTakeCase(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, takeCase, ({ reference }) => ({ to: `/cases/${reference}`, say: "case.taken" }));
}

/** The chair's office changes what a case says. */
export async function submitAmendCase(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, amendCase, ({ reference }) => ({ to: `/cases/${reference}`, say: "case.amended" }));
}

/** Shows who a case is about, for fifteen minutes and a reason. */
export async function submitReveal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, revealParticulars, ({ reference }) => ({ to: `/cases/${reference}`, say: "case.revealed" }));
}
