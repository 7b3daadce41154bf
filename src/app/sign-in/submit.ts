"use server";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn, signInToDemonstration } from "@/domain/accounts/commands/sign-in.ts";
import { SignInInput } from "@/domain/accounts/inputs.ts";
import { newReference, seal, sessionCookie } from "@/platform/auth/session-cookie.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { signInWords } from "@/wording/sign-in-page.ts";
import { requestId } from "../actor.ts";
import { pathInside } from "./path-inside.ts";

/** Opens a session for an e-mail address and password. */
export async function submitSignIn(state: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => {
    const sent = form.get(name);
    return typeof sent === "string" ? sent : "";
  };
  const typed = { email: text("email"), password: text("password") };
  const parsed = SignInInput.safeParse(typed);
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { email: typed.email }, ...more });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const { reference, hash } = newReference();
  const address = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const opened = await signIn({ ...parsed.data, address, requestId: await requestId() }, { hash, requestId: await requestId() });
  if (!opened) return back({ problem: signInWords.wrong });
  await keep(reference);
  redirect(pathInside(form.get("next")));
}

/** Opens a session as one of a demonstration's people: one button each. Anybody else stays on the page. */
export async function submitDemonstrationSignIn(form: FormData): Promise<void> {
  const personId = z.uuid().safeParse(form.get("personId")).data;
  const { reference, hash } = newReference();
  if (personId && (await signInToDemonstration(personId, { hash, requestId: await requestId() }))) {
    await keep(reference);
    redirect(pathInside(form.get("next")));
  }
  redirect("/sign-in");
}

async function keep(reference: string) {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await seal(reference), options);
}
