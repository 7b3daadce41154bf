"use server";

import { checkIn } from "@/domain/step-downs/commands/check-in.ts";
import { closeCase } from "@/domain/step-downs/commands/close-case.ts";
import { returnCase } from "@/domain/step-downs/commands/return-case.ts";
import { undoStepDown } from "@/domain/step-downs/commands/undo-step-down.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

const watch = (reference: string) => `/cases/${reference}/watch`;

/** The agency that keeps watch says what it found. */
export async function submitCheckIn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, checkIn, ({ reference, returned }) => ({ to: watch(reference), say: returned ? "case.returned" : "watch.checked" }));
}

/** The office brings a case back. */
export async function submitReturn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, returnCase, ({ reference }) => ({ to: watch(reference), say: "case.returned" }));
}

/** The chair closes a case after its watch. */
export async function submitClose(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, closeCase, ({ reference }) => ({ to: watch(reference), say: "case.closed" }));
}

/** The chair undoes a step-down. */
export async function submitUndo(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, undoStepDown, ({ reference }) => ({ to: watch(reference), say: "case.stepDownUndone" }));
}
