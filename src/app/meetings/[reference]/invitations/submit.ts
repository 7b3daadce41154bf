"use server";

import { inviteToItem } from "@/domain/invitations/commands/invite-to-item.ts";
import { withdrawInvitation } from "@/domain/invitations/commands/withdraw-invitation.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { submission } from "../../../submission.ts";

export async function submitInvitation(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, inviteToItem, ({ reference }) => ({ to: `/meetings/${reference}/invitations`, say: "item.invited" }));
}

export async function submitWithdrawal(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, withdrawInvitation, ({ reference }) => ({ to: `/meetings/${reference}/invitations`, say: "item.invitationWithdrawn" }));
}
