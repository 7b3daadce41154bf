"use server";

import { changePlanned } from "@/domain/forward-plan/commands/change-planned.ts";
import { planReport } from "@/domain/forward-plan/commands/plan-report.ts";
import { withdrawPlanned } from "@/domain/forward-plan/commands/withdraw-planned.ts";
import { endDeferral } from "@/domain/minutes/commands/end-deferral.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

const plan = (forum: string) => `/forums/${forum}/plan`;

export async function submitPlanReport(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, planReport, ({ forum }) => ({ to: plan(forum), say: "planned.added" }));
}

export async function submitChangePlanned(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changePlanned, ({ forum }) => ({ to: plan(forum), say: "planned.changed" }));
}

export async function submitWithdrawPlanned(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawPlanned, ({ forum }) => ({ to: plan(forum), say: "planned.withdrawn" }));
}

/** What something that was put off waited for is there. */
export async function submitIsThere(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endDeferral, ({ forum }) => ({ to: plan(forum), say: "item.deferralMet" }));
}
