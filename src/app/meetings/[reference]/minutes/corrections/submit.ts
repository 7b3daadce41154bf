"use server";
import { submission } from "@/app/submission.ts";
import { acceptCorrection } from "@/domain/minutes/commands/accept-correction.ts";
import { proposeCorrection } from "@/domain/minutes/commands/propose-correction.ts";
import { refuseCorrection } from "@/domain/minutes/commands/refuse-correction.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

const itemPath = ({ reference, number }: { reference: string; number: number }) => `/meetings/${encodeURIComponent(reference)}/minutes#item-${number}`;

/** A member says what an item of the minutes should say instead. */
export async function submitCorrection(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, proposeCorrection, (item) => ({ to: itemPath(item), say: "item.correctionProposed" }));
}

/** The office takes it into the minutes. */
export async function submitAcceptCorrection(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, acceptCorrection, (item) => ({ to: itemPath(item), say: "item.correctionAccepted" }));
}

/** The office leaves the minutes as they are, and says why. */
export async function submitRefuseCorrection(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, refuseCorrection, (item) => ({ to: itemPath(item), say: "item.correctionRefused" }));
}
