"use server";

import { escalateConcern } from "@/domain/concerns/commands/escalate-concern.ts";
import { answerEscalation, receiveEscalation, returnEscalation } from "@/domain/escalations/commands/board-acts.ts";
import { composeEscalation } from "@/domain/escalations/commands/compose-escalation.ts";
import { askSecretaryAgain } from "@/domain/escalations/commands/ask-secretary.ts";
import { confirmOutside } from "@/domain/escalations/commands/confirm-outside.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { recordAnswer, recordHeard } from "@/domain/escalations/commands/record-outside.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { ConfirmInput } from "@/domain/escalations/inputs.ts";
import { listEscalation } from "@/domain/meetings/commands/list-escalation.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { checkFirst, submission } from "../submission.ts";

const page = ({ reference }: { reference: string }) => `/escalations/${reference}`;

/** Writes it down, to be checked. */
export async function submitCompose(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, composeEscalation, ({ draftId }) => ({ to: `/escalations/check/${draftId}` }));
}

/** Checked, it goes to the board. */
export async function submitSend(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, sendEscalation, (sent) => ({ to: `${page(sent)}/sent` }));
}

/** Checked, a concern goes to the board. */
export async function submitSendConcern(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, escalateConcern, (sent) => ({ to: `${page(sent)}/sent` }));
}

/** The forum takes it back. */
export async function submitWithdraw(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawEscalation, (one) => ({ to: page(one), say: "escalation.withdrawn" }));
}

/** The forum says what it does with the answer. */
export async function submitClose(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, closeEscalation, (one) => ({ to: page(one), say: "escalation.closed" }));
}

/** Somebody at the board has it. */
export async function submitReceive(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, receiveEscalation, (one) => ({ to: page(one), say: "escalation.received" }));
}

/** It stands on an agenda of the board. */
export async function submitList(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, listEscalation, (one) => ({ to: page(one), say: "escalation.listed" }));
}

/** The board's chair answers after the meeting that heard it. */
export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, answerEscalation, (one) => ({ to: page(one), say: "escalation.answered" }));
}

/** The board sends it back. */
export async function submitReturn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, returnEscalation, (one) => ({ to: page(one), say: "escalation.returned" }));
}

/** The secretary of another board is written to again. */
export async function submitAskSecretary(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askSecretaryAgain, (one) => ({ to: page(one), say: "escalation.secretaryAsked" }));
}

/** The secretary of another board, signed in, says what it does: first to check. */
export async function submitConfirm(state: FormState, form: FormData): Promise<FormState> {
  return checkFirst(state, form, ConfirmInput) ?? submission(state, form, confirmOutside, (one) => ({ to: page(one), say: "escalation.confirmed" }));
}

/** Another board heard it, as its minutes say. */
export async function submitHeard(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordHeard, (one) => ({ to: page(one), say: "escalation.recorded" }));
}

/** Another board answered it, as its minutes say. */
export async function submitOutsideAnswer(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordAnswer, (one) => ({ to: page(one), say: "escalation.answered" }));
}
