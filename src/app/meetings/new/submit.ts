"use server";

import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitScheduleMeeting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, scheduleMeeting, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.scheduled" }));
}
