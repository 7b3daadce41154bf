"use server";

import { addGateway } from "@/domain/disclosures/commands/add-gateway.ts";
import { addRecipient } from "@/domain/disclosures/commands/add-recipient.ts";
import { checkGateway } from "@/domain/disclosures/commands/check-gateway.ts";
import { endGateway } from "@/domain/disclosures/commands/end-gateway.ts";
import { endRecipient } from "@/domain/disclosures/commands/end-recipient.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../submission.ts";

export async function submitGateway(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addGateway, ({ rowId }) => ({ to: `/audit/gateways/${rowId}`, say: "gateway.added" }));
}

export async function submitGatewayEnd(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endGateway, ({ rowId }) => ({ to: `/audit/gateways/${rowId}`, say: "gateway.changed" }));
}

export async function submitGatewayCheck(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, checkGateway, ({ rowId }) => ({ to: `/audit/gateways/${rowId}`, say: "gateway.changed" }));
}

export async function submitRecipient(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, addRecipient, ({ rowId }) => ({ to: `/audit/gateways/${rowId}`, say: "gateway.changed" }));
}

export async function submitRecipientEnd(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, endRecipient, ({ rowId }) => ({ to: `/audit/gateways/${rowId}`, say: "gateway.changed" }));
}
