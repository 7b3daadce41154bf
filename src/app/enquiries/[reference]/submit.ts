"use server";

import { checkFirst, submission } from "@/app/submission.ts";
import { answerEnquiry } from "@/domain/enquiries/commands/answer-enquiry.ts";
import { withdrawEnquiry } from "@/domain/enquiries/commands/withdraw-enquiry.ts";
import { AnswerEnquiryInput } from "@/domain/enquiries/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  return checkFirst(state, form, AnswerEnquiryInput) ?? submission(state, form, answerEnquiry, ({ reference }) => ({ to: `/enquiries/${reference}`, say: "enquiry.answered" }));
}

export async function submitWithdraw(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawEnquiry, ({ reference }) => ({ to: `/enquiries/${reference}`, say: "enquiry.withdrawn" }));
}
