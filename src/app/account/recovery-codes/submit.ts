"use server";

import type { Command } from "@/domain/command.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { forgetCodes, textsOf } from "../../sign-in/entry.ts";
import { pathInside } from "../../sign-in/path-inside.ts";
import { submission } from "../../submission.ts";

// the codes stand in the database as they stood; only the browser lets go of them
const nothingToWrite: Command<null> = () => Promise.resolve({ ok: true, value: null });

/** The codes are on paper: the browser forgets them, and goes on to where the person was going. */
export async function submitKept(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, nothingToWrite, async () => {
    await forgetCodes();
    return { to: pathInside(textsOf(form, "next").next) };
  });
}
