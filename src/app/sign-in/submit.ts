"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn, signInToDemonstration } from "@/domain/accounts/commands/sign-in.ts";
import { SignInInput } from "@/domain/accounts/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { signInWords } from "@/wording/sign-in-page.ts";
import { goOn, keep, newEntry, textsOf } from "./entry.ts";
import { pathInside } from "./path-inside.ts";

/** Opens a session, or the second step, for an e-mail address and password. */
export async function submitSignIn(state: FormState, form: FormData): Promise<FormState> {
  const { email, password, next } = textsOf(form, "email", "password", "next");
  const parsed = SignInInput.safeParse({ email, password });
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { email, next }, ...more });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const { reference, opening, address } = await newEntry();
  const entered = await signIn({ ...parsed.data, address }, opening);
  if (!entered) return back({ problem: signInWords.wrong });
  await keep(reference, entered);
  return goOn(entered, next);
}

/** Opens a session as one of a demonstration's people: one button each. Anybody else stays on the page. */
export async function submitDemonstrationSignIn(form: FormData): Promise<void> {
  const personId = z.uuid().safeParse(form.get("personId")).data;
  const { reference, opening } = await newEntry();
  if (personId && (await signInToDemonstration(personId, opening))) {
    await keep(reference, { kind: "session" });
    redirect(pathInside(form.get("next")));
  }
  redirect("/sign-in");
}
