"use server";

import { submission } from "@/app/submission.ts";
import { addArea, addWard, renamePlace } from "@/domain/directory/commands/keep-places.ts";
import type { FormState } from "@/ui/forms/form-state.ts";

export async function submitArea(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addArea, () => ({ to: "/admin/areas", say: "directory.kept" }));
}

export async function submitNewWard(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addWard, () => ({ to: "/admin/areas", say: "directory.kept" }));
}

export async function submitPlaceName(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, renamePlace, () => ({ to: "/admin/areas", say: "directory.kept" }));
}
