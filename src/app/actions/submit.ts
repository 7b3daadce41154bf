"use server";

import { submission } from "@/app/submission.ts";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { cancelSeveral } from "@/domain/action-plan/commands/cancel-several.ts";
import { moveSeveral } from "@/domain/action-plan/commands/move-several.ts";
import { reassignSeveral } from "@/domain/action-plan/commands/reassign-several.ts";
import { reportProgress } from "@/domain/action-plan/commands/report-progress.ts";
import { verifySeveral } from "@/domain/action-plan/commands/verify-several.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

/** From one's home, and back to it. */
export async function submitAcceptHere(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, acceptAction, () => ({ to: "/", say: "action.accepted" }));
}

export async function submitUpdateHere(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reportProgress, () => ({ to: "/", say: "action.progressReported" }));
}

export async function submitVerifySeveral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, verifySeveral, ({ forum }) => ({ to: `/actions?forum=${forum}`, say: "action.severalDone" }));
}

export async function submitCancelSeveral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, cancelSeveral, ({ forum }) => ({ to: `/actions?forum=${forum}`, say: "action.severalDone" }));
}

export async function submitReassignSeveral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, reassignSeveral, ({ forum }) => ({ to: `/actions?forum=${forum}`, say: "action.severalDone" }));
}

export async function submitMoveSeveral(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, moveSeveral, ({ forum }) => ({ to: `/actions?forum=${forum}`, say: "action.severalDone" }));
}
