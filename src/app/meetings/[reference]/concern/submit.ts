"use server";

import { recordConcern } from "@/domain/concerns/commands/record-concern.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

/** What somebody says in the room, written down as theirs. */
export async function submitRecordConcern(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, recordConcern, ({ meeting }) => ({ to: `/meetings/${meeting}/room`, say: "concern.recorded" }));
}
