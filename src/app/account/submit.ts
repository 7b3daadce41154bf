"use server";

import { endOtherSessions, endSession } from "@/domain/accounts/commands/end-sessions.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

export async function submitEndSession(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endSession, () => ({ to: "/account", say: "session.endedElsewhere" }));
}

export async function submitEndOthers(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endOtherSessions, () => ({ to: "/account", say: "session.othersEnded" }));
}
