"use server";

import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { recordDeparture } from "@/domain/sign-in/commands/record-departure.ts";
import { recordReturn } from "@/domain/sign-in/commands/record-return.ts";
import { refuseDeclaration } from "@/domain/sign-in/commands/refuse-declaration.ts";
import { signRegister } from "@/domain/sign-in/commands/sign-register.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitSignature(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, signRegister, ({ reference }) => ({ to: `/meetings/${reference}/register`, say: "register.signed" }));
}

export async function submitRefusal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, refuseDeclaration, ({ reference }) => ({ to: `/meetings/${reference}/register`, say: "register.refused" }));
}

export async function submitDeparture(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordDeparture, ({ reference }) => ({ to: `/meetings/${reference}/register`, say: "register.left" }));
}

export async function submitReturn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordReturn, ({ reference }) => ({ to: `/meetings/${reference}/register`, say: "register.returned" }));
}

export async function submitAbsence(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordAbsence, ({ reference }) => ({ to: `/meetings/${reference}/register`, say: "register.absenceRecorded" }));
}
