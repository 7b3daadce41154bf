"use server";

import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitReply(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, replyToInvitation, ({ reference }) => ({ to: `/meetings/${reference}`, say: "register.replied" }));
}
