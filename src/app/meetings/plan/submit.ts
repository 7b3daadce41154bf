"use server";

import { planYear } from "@/domain/meetings/commands/plan-year.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitPlanYear(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, planYear, ({ forum }) => ({ to: `/meetings?forum=${encodeURIComponent(forum)}`, say: "meeting.yearPlanned" }));
}
