"use server";

import { dropDraft } from "@/domain/concerns/commands/drop-draft.ts";
import { keepAnswer } from "@/domain/concerns/commands/keep-answer.ts";
import { logConcern } from "@/domain/concerns/commands/log-concern.ts";
import { passConcern } from "@/domain/concerns/commands/pass-concern.ts";
import { raiseConcern } from "@/domain/concerns/commands/raise-concern.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

/** One answer of the five, or all: on to the next question, or past the page about 999 where the words speak of danger. */
export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepAnswer, ({ draftId, danger, next }) => ({ to: `/concerns/new/${draftId}/${danger ? "danger" : next}` }));
}

export async function submitRaise(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, raiseConcern, ({ reference }) => ({ to: `/concerns/${reference}/sent` }));
}

export async function submitLog(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, logConcern, ({ reference }) => ({ to: `/concerns/${reference}/sent` }));
}

export async function submitPass(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, passConcern, ({ reference }) => ({ to: `/concerns/${reference}/sent` }));
}

export async function submitDrop(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, dropDraft, () => ({ to: "/concerns?show=mine", say: "concern.dropped" }));
}
