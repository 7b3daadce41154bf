"use server";

import { redirect } from "next/navigation";
import { answerEnquiry } from "@/domain/enquiries/commands/answer-enquiry.ts";
import { AnswerEnquiryInput } from "@/domain/enquiries/inputs.ts";
import { confirmOutside } from "@/domain/escalations/commands/confirm-outside.ts";
import { ConfirmInput } from "@/domain/escalations/inputs.ts";
import { tryCode } from "@/domain/one-time-routes/commands/try-code.ts";
import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { routeWords as words } from "@/wording/one-time-routes.ts";
import { requestId } from "../../actor.ts";
import { checkFirst, submissionByRoute } from "../../submission.ts";
import { textsOf } from "../../sign-in/entry.ts";
import { keepShownCode } from "../shown-code.ts";

/** Looks at the code that goes with a link; with the right one the page shows what the link is about. */
export async function submitCode(state: FormState, form: FormData): Promise<FormState> {
  const { secret, code } = textsOf(form, "secret", "code");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: {}, ...more });
  if (code.trim() === "") return back({ errors: { code: [words.codeEmpty] } });
  const route = await readRoute(secret, await requestId());
  const answer = route ? await tryCode(secret, code) : "over";
  if (answer === "wrong") return back({ errors: { code: [words.codeWrong] } });
  if (answer === "over" || !route) return back({ problem: { title: words.over, text: words.again } });
  await keepShownCode(route.id);
  redirect(`/once/${encodeURIComponent(secret)}`);
}

/** The answer to one question, by whoever holds its link: first to check, then it uses the link up. */
export async function submitRouteAnswer(state: FormState, form: FormData): Promise<FormState> {
  return checkFirst(state, form, AnswerEnquiryInput) ?? submissionByRoute(state, form, answerEnquiry, () => ({ to: "/once/done" }));
}

/** What another board's secretary says by a link: first to check. A receipt leaves the link open for the date; anything else uses it up. */
export async function submitRouteConfirm(state: FormState, form: FormData): Promise<FormState> {
  const { secret, says } = textsOf(form, "secret", "says");
  return checkFirst(state, form, ConfirmInput) ?? submissionByRoute(state, form, confirmOutside, () => ({ to: says === "received" ? `/once/${encodeURIComponent(secret)}` : "/once/done" }));
}
