"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signInByCode } from "@/domain/accounts/commands/finish-step.ts";
import { CodeInput } from "@/domain/accounts/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { entryWords } from "@/wording/accounts.ts";
import { currentStep, keep, newEntry, textsOf } from "../entry.ts";
import { pathInside } from "../path-inside.ts";

/** Opens the session for the second factor's code. */
export async function submitCode(state: FormState, form: FormData): Promise<FormState> {
  const { code, next } = textsOf(form, "code", "next");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { next }, ...more });
  const step = await currentStep();
  if (!step) return back({ problem: entryWords.startAgain });
  const parsed = CodeInput.safeParse({ code });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const { reference, opening, address } = await newEntry();
  const finished = await signInByCode({ reference: step.hash, code: parsed.data.code, address }, opening);
  if (finished === "over") return back({ problem: entryWords.startAgain });
  if (finished === null) return back({ problem: parsed.data.code.kind === "app" ? entryWords.wrongCode : entryWords.wrongRecovery });
  await keep(reference, { kind: "session" });
  redirect(pathInside(next));
}
