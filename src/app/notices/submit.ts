"use server";

import { seeNotices } from "@/domain/mail/commands/see-notices.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../submission.ts";

export async function submitSeen(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, seeNotices, () => ({ to: "/notices", say: "notices.seen" }));
}
