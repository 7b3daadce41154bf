"use server";

import { setTimeout as pause } from "node:timers/promises";
import { askToTalk } from "@/domain/repeats/commands/ask-to-talk.ts";
import { checkSimilar } from "@/domain/repeats/commands/check-similar.ts";
import { waitUntilEven } from "@/domain/repeats/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

// Both leave at the end of a whole span, after whatever they had to look for: what it took says nothing of what there is.
const evenly = <T>(run: (actor: Parameters<typeof checkSimilar>[0], raw: Record<string, unknown>) => Promise<T>) => async (actor: Parameters<typeof checkSimilar>[0], raw: Record<string, unknown>) => {
  const began = performance.now();
  const outcome = await run(actor, raw);
  await pause(waitUntilEven(began, performance.now()));
  return outcome;
};

export async function submitCheck(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, evenly(checkSimilar), ({ reference }) => ({ to: `/referrals/${reference}/similar` }));
}

export async function submitAskToTalk(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, evenly(askToTalk), ({ reference }) => ({ to: `/referrals/${reference}/similar`, say: "talk.asked" }));
}
