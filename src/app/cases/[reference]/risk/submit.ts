"use server";

import { assessRisk } from "@/domain/risk/commands/assess-risk.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

/** The chair's office scores the risk of a case. */
export async function submitRisk(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, assessRisk, ({ reference }) => ({ to: `/cases/${reference}/risk`, say: "case.riskAssessed" }));
}
