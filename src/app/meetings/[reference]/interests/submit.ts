"use server";

import { submission } from "@/app/submission.ts";
import { declareInterest } from "@/domain/interests/commands/declare-interest.ts";
import { liftRecusal } from "@/domain/interests/commands/lift-recusal.ts";
import { noteInterest } from "@/domain/interests/commands/note-interest.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { meetingIn } from "./paths.ts";

export async function submitInterest(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, declareInterest, ({ reference, recused }) => ({ to: `/meetings/${reference}/interests`, say: recused ? "interest.recused" : "interest.declared" }));
}

export async function submitNoted(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, noteInterest, ({ reference }) => ({ to: `/meetings/${reference}/interests`, say: "interest.noted" }));
}

export async function submitRecusal(state: FormState, form: FormData): Promise<FormState> {
  const back = meetingIn(form);
  return submission(state, form, recusePerson, () => ({ to: back, say: "recusal.made" }));
}

export async function submitLift(state: FormState, form: FormData): Promise<FormState> {
  const back = meetingIn(form);
  return submission(state, form, liftRecusal, () => ({ to: back, say: "recusal.lifted" }));
}
