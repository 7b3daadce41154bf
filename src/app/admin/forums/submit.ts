"use server";

import { submission } from "@/app/submission.ts";
import { addForum, adoptTerms, changeForum } from "@/domain/directory/commands/keep-forums.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitForum(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addForum, ({ forum }) => ({ to: `/admin/forums/${forum}`, say: "directory.kept" }));
}

export async function submitForumChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeForum, ({ forum }) => ({ to: `/admin/forums/${forum}`, say: "directory.kept" }));
}

export async function submitTerms(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, adoptTerms, ({ forum }) => ({ to: `/admin/forums/${forum}`, say: "directory.kept" }));
}
