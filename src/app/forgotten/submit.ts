"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { askPasswordReset } from "@/domain/accounts/commands/ask-password-reset.ts";
import { ForgottenInput } from "@/domain/accounts/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { requestId } from "../actor.ts";
import { textsOf } from "../sign-in/entry.ts";

/** Sends a link to whoever it is; the page after it is the same whoever it isn't. */
export async function submitForgotten(state: FormState, form: FormData): Promise<FormState> {
  const { email } = textsOf(form, "email");
  const parsed = ForgottenInput.safeParse({ email });
  if (!parsed.success) return { attempt: state.attempt + 1, errors: z.flattenError(parsed.error).fieldErrors, values: { email } };
  await askPasswordReset(parsed.data.email, await requestId());
  redirect("/forgotten/sent");
}
