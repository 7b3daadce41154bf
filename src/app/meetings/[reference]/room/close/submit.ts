"use server";
import { submission } from "@/app/submission.ts";
import { readOutActions } from "@/domain/action-plan/commands/read-out-actions.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { concludeItem } from "@/domain/minutes/commands/conclude-item.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { closePath, minutesPath } from "../paths.ts";

/** The chair closes the meeting. */
export async function submitCloseMeeting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, closeMeeting, ({ reference }) => ({ to: minutesPath(reference), say: "meeting.closed" }));
}

/** The chair in force concludes an item for the one who is recused from it. */
export async function submitConclude(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, concludeItem, ({ reference }) => ({ to: closePath(reference), say: "item.concluded" }));
}

/** What was tasked is read out, and whether its owners were there to hear it. */
export async function submitReadOut(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, readOutActions, ({ reference }) => ({ to: closePath(reference), say: "actions.readOut" }));
}
