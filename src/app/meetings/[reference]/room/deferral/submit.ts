"use server";
import { submission } from "@/app/submission.ts";
import { putOffItem } from "@/domain/minutes/commands/put-off-item.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { roomPath } from "../paths.ts";

/** The office writes why the item is put off, and until what is there. */
export async function submitPutOff(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, putOffItem, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.putOff" }));
}
