"use server";
import { joinByLink } from "@/domain/accounts/commands/use-link.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { goOn, keep, newEntry } from "../../sign-in/entry.ts";
import { linkForm } from "../../sign-in/link-form.ts";

/** Takes an invitation up: chooses the password, and goes straight on to the second factor where one is asked for. */
export async function submitJoin(state: FormState, form: FormData): Promise<FormState> {
  const { reference, opening, address } = await newEntry();
  return linkForm(state, form, (chosen) => joinByLink({ ...chosen, address }, opening), async (entered) => {
    await keep(reference, entered);
    return goOn(entered, "/");
  });
}
