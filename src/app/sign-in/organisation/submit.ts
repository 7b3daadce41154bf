"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { beginJourney } from "@/domain/organisations/commands/begin-journey.ts";
import { FindOrganisationInput } from "@/domain/organisations/inputs.ts";
import { findOrganisations } from "@/domain/organisations/queries/find-organisations.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { organisationSignIn as words } from "@/wording/organisation.ts";
import { requestId } from "../../actor.ts";
import { textsOf } from "../entry.ts";
import { pathInside } from "../path-inside.ts";
import { keepJourney } from "./kept-journey.ts";

/** Leads to the sign-in of the organisation whose domain an address has; where several have it, to the choice between them. */
export async function submitOrganisationEmail(state: FormState, form: FormData): Promise<FormState> {
  const { email, next } = textsOf(form, "email", "next");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { email, next }, ...more });
  const parsed = FindOrganisationInput.safeParse({ email });
  if (!parsed.success) return back({ errors: z.flattenError(parsed.error).fieldErrors });
  const found = await findOrganisations(parsed.data.domain);
  if (found.length > 1) redirect(`/sign-in/organisation?${new URLSearchParams({ domain: parsed.data.domain, next: pathInside(next) }).toString()}`);
  if (!found[0]) return back({ errors: { email: [words.noneThere] } });
  return depart(found[0].organisationId, next, back);
}

/** Leads to the sign-in of the organisation that was chosen. */
export async function submitOrganisationChoice(state: FormState, form: FormData): Promise<FormState> {
  const { organisationId, next } = textsOf(form, "organisationId", "next");
  const back = (more: Partial<FormState>): FormState => ({ attempt: state.attempt + 1, errors: {}, values: { organisationId, next }, ...more });
  const chosen = z.uuid().safeParse(organisationId).data;
  return chosen ? depart(chosen, next, back) : back({ errors: { organisationId: [words.chooseNone] } });
}

/**
 * A form of ours may be sent to nobody but us, and browsers hold its redirects to that too. So the script goes there itself; without one
 * the answer is a page of ours with a link.
 */
async function depart(organisationId: string, next: string, back: (more: Partial<FormState>) => FormState): Promise<FormState> {
  const begun = await beginJourney(organisationId, pathInside(next), await requestId());
  if (!begun) return back({ problem: words.notReached });
  await keepJourney({ organisationId, ...begun });
  redirect((await headers()).has("next-action") ? begun.address : "/sign-in/organisation/go");
}
