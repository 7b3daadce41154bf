"use server";

import { recordRefusal } from "@/domain/sign-in/commands/refuse-declaration.ts";
import { signGuest, signMember } from "@/domain/sign-in/commands/sign-others.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../../submission.ts";

export async function submitMember(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, signMember, ({ reference }) => ({ to: `/meetings/${reference}/register/others`, say: "register.signedFor" }));
}

export async function submitGuest(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, signGuest, ({ reference }) => ({ to: `/meetings/${reference}/register/others`, say: "register.signedFor" }));
}

export async function submitGuestRefusal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordRefusal, ({ reference }) => ({ to: `/meetings/${reference}/register/others`, say: "register.guestRefused" }));
}
