"use server";

import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { addPaper } from "@/domain/meetings/commands/add-paper.ts";
import { amendItem } from "@/domain/meetings/commands/amend-item.ts";
import { endWaitingItem } from "@/domain/meetings/commands/end-waiting-item.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { moveItem } from "@/domain/meetings/commands/move-item.ts";
import { receiveForumMinutes, receiveOtherMinutes, takeBackMinutes } from "@/domain/meetings/commands/receive-minutes.ts";
import { takeWaitingItem } from "@/domain/meetings/commands/take-waiting-item.ts";
import { withdrawPaper } from "@/domain/meetings/commands/withdraw-paper.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

const agenda = (reference: string) => `/meetings/${reference}/agenda`;

export async function submitMoveItem(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, moveItem, ({ reference, position }) => ({ to: `${agenda(reference)}#item-${position}`, say: "item.moved" }));
}

export async function submitAmendItem(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, amendItem, ({ reference }) => ({ to: agenda(reference), say: "item.changed" }));
}

export async function submitLeaveOff(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, leaveOffItem, ({ reference }) => ({ to: agenda(reference), say: "item.leftOff" }));
}

export async function submitAddItem(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addItem, ({ reference }) => ({ to: agenda(reference), say: "item.added" }));
}

export async function submitTakeWaiting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, takeWaitingItem, ({ reference }) => ({ to: agenda(reference), say: "item.added" }));
}

export async function submitEndWaiting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endWaitingItem, ({ reference }) => ({ to: agenda(reference), say: "waiting.ended" }));
}

export async function submitPaper(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addPaper, ({ reference, item }) => ({ to: `${agenda(reference)}/${item}`, say: "paper.added" }));
}

export async function submitWithdrawPaper(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawPaper, ({ reference, item }) => ({ to: `${agenda(reference)}/${item}`, say: "paper.withdrawn" }));
}

export async function submitForumMinutes(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, receiveForumMinutes, ({ reference, item }) => ({ to: `${agenda(reference)}/${item}`, say: "item.minutesReceived" }));
}

export async function submitOtherMinutes(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, receiveOtherMinutes, ({ reference, item }) => ({ to: `${agenda(reference)}/${item}`, say: "item.minutesReceived" }));
}

export async function submitTakeBack(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, takeBackMinutes, ({ reference, item }) => ({ to: `${agenda(reference)}/${item}`, say: "item.minutesTakenBack" }));
}
