"use server";
import { redirect } from "next/navigation";
import { resetByLink } from "@/domain/accounts/commands/use-link.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { sayOn } from "../../said.tsx";
import { newEntry } from "../../sign-in/entry.ts";
import { linkForm } from "../../sign-in/link-form.ts";

/** Changes the password by a link, and leads to where one signs in with it. */
export async function submitReset(state: FormState, form: FormData): Promise<FormState> {
  const { opening, address } = await newEntry();
  return linkForm(state, form, (chosen) => resetByLink({ ...chosen, address }, opening.requestId), async () => {
    await sayOn("/sign-in", "account.passwordReset");
    redirect("/sign-in");
  });
}
