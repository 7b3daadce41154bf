"use server";
import { submission } from "@/app/submission.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

/** The office sends the draft round. */
export async function submitCirculateMinutes(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, circulateMinutes, ({ reference }) => ({ to: `/meetings/${encodeURIComponent(reference)}/minutes`, say: "meeting.minutesCirculated" }));
}
