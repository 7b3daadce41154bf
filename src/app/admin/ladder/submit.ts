"use server";

import { addBoard, changeBoard, keepLadder } from "@/domain/escalations/commands/keep-ladder.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

/** Which board takes what a forum can't solve. */
export async function submitLadder(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, keepLadder, () => ({ to: "/admin/ladder", say: "ladder.changed" }));
}

/** A board that doesn't use the application. */
export async function submitBoard(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addBoard, () => ({ to: "/admin/ladder", say: "board.kept" }));
}

/** What such a board is called, who its secretary is, or that it is ended. */
export async function submitBoardChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeBoard, () => ({ to: "/admin/ladder", say: "board.kept" }));
}
