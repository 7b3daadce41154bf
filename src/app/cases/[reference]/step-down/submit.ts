"use server";

import { beginStepDown } from "@/domain/step-downs/commands/begin-step-down.ts";
import { dropStepDown } from "@/domain/step-downs/commands/drop-step-down.ts";
import { keepAssessment } from "@/domain/step-downs/commands/keep-assessment.ts";
import { keepTelling } from "@/domain/step-downs/commands/keep-telling.ts";
import { keepWatch } from "@/domain/step-downs/commands/keep-watch.ts";
import { signStepDown } from "@/domain/step-downs/commands/sign-step-down.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

const wizard = (reference: string) => `/cases/${reference}/step-down`;

/** The chair's office begins a step-down. */
export async function submitBegin(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, beginStepDown, ({ reference }) => ({ to: wizard(reference), say: "stepDown.begun" }));
}

/** What has changed, and how that is known. */
export async function submitAssessment(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepAssessment, ({ reference }) => ({ to: wizard(reference), say: "stepDown.kept" }));
}

/** Who keeps watch, and what brings the case back. */
export async function submitWatch(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepWatch, ({ reference }) => ({ to: wizard(reference), say: "stepDown.kept" }));
}

/** Who tells whom. */
export async function submitTelling(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepTelling, ({ reference }) => ({ to: wizard(reference), say: "stepDown.kept" }));
}

/** The chair signs. */
export async function submitStepDown(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, signStepDown, ({ reference }) => ({ to: `/cases/${reference}/watch`, say: "case.steppedDown" }));
}

/** The office gives up a step-down that nobody signed. */
export async function submitDrop(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, dropStepDown, ({ reference }) => ({ to: `/cases/${reference}`, say: "stepDown.dropped" }));
}
