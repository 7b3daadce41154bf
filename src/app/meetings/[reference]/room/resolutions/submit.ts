"use server";
import { submission } from "@/app/submission.ts";
import { addResolution } from "@/domain/minutes/commands/add-resolution.ts";
import { withdrawResolution } from "@/domain/minutes/commands/withdraw-resolution.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { roomPath } from "../paths.ts";

/** The office writes one part of what the item resolved. */
export async function submitAddResolution(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addResolution, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.resolved" }));
}

/** The office takes one part back. */
export async function submitWithdrawResolution(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawResolution, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.resolutionWithdrawn" }));
}
