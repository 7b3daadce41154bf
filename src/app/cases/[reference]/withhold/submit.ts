"use server";

import { withholdShare } from "@/domain/disclosures/commands/withhold-share.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

/** An agency decides not to share something. */
export async function submitWithheldShare(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withholdShare, ({ reference }) => ({ to: `/cases/${reference}#shared`, say: "case.shareWithheld" }));
}
