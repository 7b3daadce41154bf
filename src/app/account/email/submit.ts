"use server";

import { choosePace } from "@/domain/mail/commands/choose-pace.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitPace(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, choosePace, () => ({ to: "/account", say: "mail.paceChosen" }));
}
