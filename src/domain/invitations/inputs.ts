import { z } from "zod";
import { id, reference } from "../kernel/inputs.ts";

export const InviteToItemInput = z.strictObject({ reference, itemId: id("Select the item"), personId: id("Select who is asked in") });
export const WithdrawInvitationInput = z.strictObject({ reference, invitationId: id("Select the invitation") });
