"use server";

import { addCaseToAgenda } from "@/domain/meetings/commands/add-case-to-agenda.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { makeFullMeeting, openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitPublishAgenda(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, publishAgenda, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.agendaPublished" }));
}

export async function submitOpenDoors(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, openDoors, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.doorsOpened" }));
}

export async function submitOpenMeeting(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, openMeeting, ({ reference }) => ({ to: `/meetings/${reference}/room`, say: "meeting.opened" }));
}

export async function submitMakeFull(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, makeFullMeeting, ({ reference }) => ({ to: `/meetings/${reference}`, say: "meeting.madeFull" }));
}

export async function submitAddCase(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addCaseToAgenda, ({ reference }) => ({ to: `/meetings/${reference}`, say: "case.addedToAgenda" }));
}
