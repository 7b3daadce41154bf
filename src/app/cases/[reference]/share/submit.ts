"use server";

import { contribute } from "@/domain/disclosures/commands/contribute.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

/** An agency shares what it knows. */
export async function submitContribution(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, contribute, ({ reference }) => ({ to: `/cases/${reference}#shared`, say: "case.contributed" }));
}
