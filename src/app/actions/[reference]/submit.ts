"use server";

import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { askMoreTime } from "@/domain/action-plan/commands/ask-more-time.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { allowParticulars } from "@/domain/action-plan/commands/allow-particulars.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { changeAction } from "@/domain/action-plan/commands/change-action.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { declineAction } from "@/domain/action-plan/commands/decline-action.ts";
import { endHelp } from "@/domain/action-plan/commands/end-help.ts";
import { endParticulars } from "@/domain/action-plan/commands/end-particulars.ts";
import { endWaiting } from "@/domain/action-plan/commands/end-waiting.ts";
import { keepOwner } from "@/domain/action-plan/commands/keep-owner.ts";
import { proposeOwner } from "@/domain/action-plan/commands/propose-owner.ts";
import { reassignAction } from "@/domain/action-plan/commands/reassign-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "@/domain/action-plan/commands/report-incomplete.ts";
import { reportProgress } from "@/domain/action-plan/commands/report-progress.ts";
import { returnAction } from "@/domain/action-plan/commands/return-action.ts";
import { settleTime } from "@/domain/action-plan/commands/settle-time.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { waitFor } from "@/domain/action-plan/commands/wait-for.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { submission } from "@/app/submission.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitAccept(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, acceptAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.accepted" }));
}

export async function submitDecline(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, declineAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.declined" }));
}

export async function submitProposal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, proposeOwner, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.ownerProposed" }));
}

export async function submitMoreTime(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, askMoreTime, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.timeAsked" }));
}

export async function submitWaiting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, waitFor, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.waits" }));
}

export async function submitWaitingOver(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endWaiting, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.waitsNoLonger" }));
}

export async function submitKeep(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepOwner, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.kept" }));
}

export async function submitTime(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, settleTime, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.timeSettled" }));
}

export async function submitChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.changed" }));
}

export async function submitProgress(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reportProgress, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.progressReported" }));
}

export async function submitDone(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reportDone, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.doneReported" }));
}

export async function submitIncomplete(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reportIncomplete, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.incompleteReported" }));
}

export async function submitConfirm(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, confirmAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.confirmed" }));
}

export async function submitVerify(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, verifyAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.verified" }));
}

export async function submitReturn(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, returnAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.returned" }));
}

export async function submitCancel(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, cancelAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.cancelled" }));
}

export async function submitReassign(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reassignAction, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.reassigned" }));
}

export async function submitColleague(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, allowColleague, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.colleagueAllowed" }));
}

export async function submitHelpEnded(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endHelp, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.helpEnded" }));
}

export async function submitSubject(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, allowParticulars, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.particularsAllowed" }));
}

export async function submitSubjectEnded(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endParticulars, ({ reference }) => ({ to: `/actions/${reference}`, say: "action.particularsEnded" }));
}

/** Shows the owner who the task is about: the same reveal as on the case, and back to the action. */
export async function submitTaskReveal(state: FormState, form: FormData): Promise<FormState> {
  const action = form.get("action");
  form.delete("action");
  return submission(state, form, revealParticulars, () => ({ to: `/actions/${encodeURIComponent(typeof action === "string" ? action : "")}`, say: "case.revealed" }));
}
