import { emptyFormState, type FormState } from "@/ui/forms/form-state.ts";
import { submissionWords } from "@/wording/submission.ts";
import { submitDraft, submitNotes } from "../submit.ts";

/**
 * Where the page saves the notes while somebody types: the submissions of the room, asked by an address of their own, since a page sends
 * its submissions one after the other and one that gets no answer must not hold up the rest.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (!form) return Response.json(null, { status: 400 });
  const isApart = form.get("apart") === "yes";
  form.delete("apart");
  const state = await (isApart ? submitDraft : submitNotes)(emptyFormState, form);
  return Response.json(told(state), { status: waits.some((problem) => problem === state.problem) ? 401 : 200 });
}

/** For whoever wrote it to sign in again, in another tab. */
const waits: unknown[] = [submissionWords.signedOut, submissionWords.secondFactorFirst, submissionWords.somebodyElses];

/** Not what was typed: whoever asks has that. */
const told = ({ saved, problem, errors }: FormState) => ({ saved, problem, errors });
