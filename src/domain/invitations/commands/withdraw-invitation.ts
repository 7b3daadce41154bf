import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { WithdrawInvitationInput } from "../inputs.ts";

/** Whoever was asked in is asked in no longer: the case is closed to them at their next click. */
export const withdrawInvitation = command({
  permission: "item.invite",
  input: WithdrawInvitationInput,
  async run({ tx, now, require, record }, { reference, invitationId }) {
    const { id: meetingId, forumId } = await lockMeeting(tx, reference);
    const held = orNotFound(await tx.caseInvitation.findFirst({ where: { id: invitationId, meetingId }, select: { itemId: true, caseId: true, personId: true, withdrawnAt: true } }));
    const subject = { type: "item", id: held.itemId, reference, forumId, caseId: held.caseId } as const;
    require("item.invite", { forumId }, subject);
    // pressed twice: it is withdrawn already
    if (held.withdrawnAt) return { reference };
    await tx.caseInvitation.updateMany({ where: { id: invitationId }, data: { withdrawnAt: now } });
    record({ event: "item.invitationWithdrawn", subject, particulars: { personId: held.personId } });
    return { reference };
  },
});
