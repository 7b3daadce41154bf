"use server";
import { submission } from "@/app/submission.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { minutesPath } from "../paths.ts";

/** The chair closes the meeting. */
export async function submitCloseMeeting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, closeMeeting, ({ reference }) => ({ to: minutesPath(reference), say: "meeting.closed" }));
}
