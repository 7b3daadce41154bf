"use server";

import { sendAgain } from "@/domain/mail/commands/send-again.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitSendAgain(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, sendAgain, () => ({ to: "/admin/mail", say: "mail.waiting" }));
}
