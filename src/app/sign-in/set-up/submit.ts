"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signInBySetUp } from "@/domain/accounts/commands/finish-step.ts";
import { SetUpInput } from "@/domain/accounts/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { entryWords } from "@/wording/accounts.ts";
import { currentStep, keep, keepCodes, newEntry, textsOf } from "../entry.ts";
import { pathInside } from "../path-inside.ts";

/** Sets up the second factor by its first code, opens the session, and goes on to the recovery codes. */
export async function submitSetUp(state: FormState, form: FormData): Promise<FormState> {
  const { code, next } = textsOf(form, "code", "next");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { next }, ...more });
  const step = await currentStep();
  if (!step) return back({ problem: entryWords.startAgain });
  const parsed = SetUpInput.safeParse({ code });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const { reference, opening, address } = await newEntry();
  const finished = await signInBySetUp({ reference: step.hash, code: parsed.data.code, address }, opening);
  if (finished === "over") return back({ problem: entryWords.startAgain });
  if (finished === null) return back({ problem: entryWords.wrongCode });
  await keep(reference, { kind: "session" });
  await keepCodes(finished.id, finished.codes);
  const to = pathInside(next);
  redirect(to === "/" ? "/account/recovery-codes" : `/account/recovery-codes?next=${encodeURIComponent(to)}`);
}
