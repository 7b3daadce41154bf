"use server";

import { admitRequest } from "@/domain/organisations/commands/admit-request.ts";
import { refuseRequest } from "@/domain/organisations/commands/refuse-request.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitAdmission(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, admitRequest, () => ({ to: "/admin/requests", say: "request.admitted" }));
}

export async function submitRefusal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, refuseRequest, () => ({ to: "/admin/requests", say: "request.refused" }));
}
