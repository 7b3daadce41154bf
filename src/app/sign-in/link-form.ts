import "server-only";
import { z } from "zod";
import type { LinkOutcome } from "@/domain/accounts/commands/use-link.ts";
import { JoinInput, type JoinFields } from "@/domain/accounts/inputs.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { entryWords } from "@/wording/accounts.ts";
import { textsOf } from "./entry.ts";

/** What the two forms behind a one-time link do alike: read the password and the code, use the link, say what was wrong. */
export async function linkForm<T>(state: FormState, form: FormData, take: (chosen: JoinFields & { secret: string }) => Promise<LinkOutcome<T>>, then: (value: T) => Promise<never>): Promise<FormState> {
  const { secret, password, code } = textsOf(form, "secret", "password", "code");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { secret }, ...more });
  const parsed = JoinInput.safeParse({ password, code: code === "" ? undefined : code });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const outcome = await take({ secret, ...parsed.data });
  if (outcome.kind === "done") return then(outcome.value);
  return outcome.kind === "wrong" ? back({ errors: { [outcome.field]: [outcome.message] } }) : back({ problem: { title: entryWords.linkOver, text: entryWords.linkOverText } });
}
