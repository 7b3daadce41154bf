"use server";

import { cancelMeeting } from "@/domain/meetings/commands/cancel-meeting.ts";
import { makeSure } from "@/domain/meetings/commands/make-sure.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitReschedule(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, rescheduleMeeting, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.rescheduled" }));
}

export async function submitMakeSure(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, makeSure, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.madeSure" }));
}

export async function submitCancel(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, cancelMeeting, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.cancelled" }));
}
