import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { Command } from "@/domain/command.ts";
import type { Outcome, Problem } from "@/domain/kernel/outcome.ts";
import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { personMark } from "@/platform/auth/person-mark.ts";
import { readFiles, readForm, typedIn } from "@/platform/forms/read-form.ts";
import { type FormState, personField, type Saved } from "@/ui/forms/form-state.ts";
import { refusalWords } from "@/wording/refusals.ts";
import type { SaidKey } from "@/wording/said.ts";
import { submissionWords } from "@/wording/submission.ts";
import { currentActor, currentSession, requestId } from "./actor.ts";
import { mayOpen } from "./once/shown-code.ts";
import { sayOn } from "./said.tsx";

/**
 * Where a submission that went through leads, and what is said there. Nowhere, where the form saved itself while somebody writes on, or
 * where it was only read: then it shows what was understood.
 */
type Next = { to: string; say?: SaidKey } | { saved: Saved } | { shows: FormState["values"]; shown: string };

/**
 * What every submission does: asks who it is, reads the form, runs the command, and either goes on to a page or hands the form
 * back with what was typed. Someone whose session has ended keeps their words and is told where to sign in; a redirect would lose them.
 */
export async function submission<T>(state: FormState, form: FormData, run: Command<T>, then: (value: T) => Next | Promise<Next>): Promise<FormState> {
  const actor = await currentActor();
  const back = backTo(state, form);
  if (!actor) return back((await currentSession()) ? submissionWords.secondFactorFirst : submissionWords.signedOut);
  // a form left open by one person isn't sent by the next one to sign in at the same machine
  if (form.get(personField) !== personMark(actor.personId)) return back(submissionWords.somebodyElses);
  return answered(await run(actor, { ...readForm(form), ...(await readFiles(form)) }), back, then);
}

type Shape = { safeParse: (said: Record<string, unknown>) => { success: true } | { success: false; error: z.ZodError } };

/**
 * A form that shows its answers before they leave a person's hands. `shape`: what the command will ask of them. Answers null once they were
 * checked, and the command is to run; else what the form shows, which is all answers to check, or those that are wrong.
 */
export function checkFirst(state: FormState, form: FormData, shape: Shape): FormState | null {
  const checked = form.get("checked");
  form.delete("checked");
  if (checked === "yes") return null;
  const back = backTo(state, form);
  if (checked === "no") return back(undefined);
  const { submissionKey: _, secret: __, ...fields } = readForm(form);
  const parsed = shape.safeParse(fields);
  if (parsed.success) return { ...back(undefined), shown: "check" };
  return back(undefined, fieldsOf(z.flattenError(parsed.error).fieldErrors as Record<string, string[] | undefined>));
}

/**
 * The same for whoever holds a one-time route instead of a session: the route says who they are, each time anew, and the command uses it up.
 * Without the code that goes with it nothing is done.
 */
export async function submissionByRoute<T>(state: FormState, form: FormData, run: Command<T>, then: (value: T) => Next | Promise<Next>): Promise<FormState> {
  const secret = form.get("secret");
  form.delete("secret");
  const back = backTo(state, form);
  const route = typeof secret === "string" ? await readRoute(secret, await requestId()) : null;
  if (!route || !(await mayOpen(route))) return back(refusalWords["route.over"]({}));
  return answered(await run(route.actor, { ...readForm(form), routeId: route.id }), back, then);
}

type Back = (problem: FormState["problem"], errors?: FormState["errors"]) => FormState;
const backTo = (state: FormState, form: FormData): Back => (problem, errors = {}) => ({ attempt: state.attempt + 1, errors, values: typedIn(form), ...(problem ? { problem } : {}) });

async function answered<T>(outcome: Outcome<T>, back: Back, then: (value: T) => Next | Promise<Next>): Promise<FormState> {
  // the page behind the form is drawn anew, so that it carries the version that stands now
  if (!outcome.ok && outcome.problem.kind === "stale" && (await headers()).has("next-action")) refresh();
  if (!outcome.ok) return outcome.problem.kind === "invalid" ? back(undefined, fieldsOf(outcome.problem.fields)) : back(inWords(outcome.problem));
  const next = await then(outcome.value);
  if ("saved" in next) return { ...back(undefined), values: {}, saved: next.saved };
  if ("shows" in next) return { ...back(undefined), values: next.shows, shown: next.shown };
  const { to, say } = next;
  if (say) await sayOn(to.split(/[?#]/)[0] ?? to, say);
  redirect(to);
}

// zod names what it doesn't know in no field at all: a form of ours never sends that, so it reads as changed
const fieldsOf = (fields: Record<string, string[] | undefined>): FormState["errors"] =>
  Object.keys(fields).length === 0 ? { "": [submissionWords.unreadable] } : Object.fromEntries(Object.entries(fields).map(([name, messages]) => [name, messages ?? []]));

function inWords(problem: Exclude<Problem, { kind: "invalid" }>) {
  switch (problem.kind) {
    case "notFound":
      return notFound();
    case "forbidden":
      return submissionWords.forbidden;
    case "stale":
      return submissionWords.stale;
    case "refused":
      return refusalWords[problem.rule](problem.facts);
  }
}
