"use server";

import { checkFirst, submission } from "@/app/submission.ts";
import { askEnquiry } from "@/domain/enquiries/commands/ask-enquiry.ts";
import { AskEnquiryInput } from "@/domain/enquiries/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitAsk(state: FormState, form: FormData): Promise<FormState> {
  return checkFirst(state, form, AskEnquiryInput) ?? submission(state, form, askEnquiry, ({ reference }) => ({ to: `/enquiries/${reference}`, say: "enquiry.asked" }));
}
