"use server";

import { addOrganisation } from "@/domain/organisations/commands/add-organisation.ts";
import { changeOrganisation } from "@/domain/organisations/commands/change-organisation.ts";
import { endOrganisation } from "@/domain/organisations/commands/end-organisation.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitOrganisation(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addOrganisation, ({ organisationId }) => ({ to: `/admin/providers/${organisationId}`, say: "organisation.added" }));
}

export async function submitOrganisationChange(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, changeOrganisation, ({ organisationId }) => ({ to: `/admin/providers/${organisationId}`, say: "organisation.changed" }));
}

export async function submitOrganisationEnd(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endOrganisation, () => ({ to: "/admin/providers", say: "organisation.ended" }));
}
