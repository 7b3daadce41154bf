"use server";

import { askMore } from "@/domain/concerns/commands/ask-more.ts";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { giveReply } from "@/domain/concerns/commands/give-reply.ts";
import { markTold } from "@/domain/concerns/commands/mark-told.ts";
import { noteRecurrence } from "@/domain/concerns/commands/note-recurrence.ts";
import { prepareConcern } from "@/domain/concerns/commands/prepare-concern.ts";
import { prepareReply } from "@/domain/concerns/commands/prepare-reply.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { raiseLogged } from "@/domain/concerns/commands/raise-logged.ts";
import { revealContact } from "@/domain/concerns/commands/reveal-contact.ts";
import { settleLogged } from "@/domain/concerns/commands/settle-logged.ts";
import { takeConcern } from "@/domain/concerns/commands/take-concern.ts";
import { tellMore } from "@/domain/concerns/commands/tell-more.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

const at = (reference: string) => `/concerns/${reference}`;

/** Whoever raised it. */
export async function submitRaiseLogged(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, raiseLogged, ({ reference }) => ({ to: `${at(reference)}/sent` }));
}
export async function submitRecurrence(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, noteRecurrence, ({ reference }) => ({ to: at(reference), say: "concern.recurred" }));
}
export async function submitSettle(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, settleLogged, ({ reference }) => ({ to: at(reference), say: "concern.settled" }));
}
export async function submitTellMore(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, tellMore, ({ reference }) => ({ to: at(reference), say: "concern.moreTold" }));
}
export async function submitTold(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, markTold, ({ reference }) => ({ to: at(reference), say: "concern.told" }));
}

/** The chair's office. */
export async function submitPrepare(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, prepareConcern, ({ reference }) => ({ to: at(reference), say: "concern.prepared" }));
}
export async function submitPropose(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, proposeAnswer, ({ reference, proposedById }) => ({ to: `${at(reference)}/decide?by=${proposedById}` }));
}
export async function submitDecide(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, decideConcern, ({ reference }) => ({ to: at(reference), say: "concern.decided" }));
}
export async function submitTake(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, takeConcern, ({ reference }) => ({ to: `/cases/${reference}`, say: "concern.taken" }));
}
export async function submitAsk(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askMore, ({ reference }) => ({ to: at(reference), say: "concern.asked" }));
}
export async function submitPrepareReply(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, prepareReply, ({ reference }) => ({ to: `${at(reference)}/reply/check` }));
}
export async function submitReply(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, giveReply, ({ reference }) => ({ to: at(reference), say: "concern.replied" }));
}
export async function submitReveal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, revealContact, ({ reference }) => ({ to: at(reference), say: "concern.revealed" }));
}
