import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { WithdrawPaperInput } from "../agenda-inputs.ts";
import { lockMeeting } from "../lifecycle.ts";

/** From now on nobody but the office opens it. Who did before stays on the trail. */
export const withdrawPaper = command({
  permission: "paper.keep",
  input: WithdrawPaperInput,
  async run({ tx, actor, now, require, record }, { reference, paperId, reason }) {
    const { id: meetingId, forumId, reference: meeting, state } = await lockMeeting(tx, reference);
    const { partnershipId } = actor;
    require("paper.keep", { forumId }, { type: "meeting", id: meetingId, reference: meeting, forumId });
    const paper = orNotFound(await tx.paper.findFirst({ where: { partnershipId, meetingId, id: paperId }, select: { itemId: true, caseId: true, withdrawnAt: true } }));
    if (paper.withdrawnAt) refuse("paper.withdrawn");
    if (state === "confirmed" || state === "cancelled") refuse("meeting.notInThisState", { state });
    await tx.paper.update({ where: { partnershipId_id: { partnershipId, id: paperId } }, data: { withdrawnAt: now, withdrawnReason: reason }, select: { id: true } });
    record({ event: "paper.withdrawn", subject: { type: "item", id: paper.itemId, reference: meeting, forumId, caseId: paper.caseId }, particulars: { paperId } });
    return { reference: meeting, item: paper.itemId };
  },
});
