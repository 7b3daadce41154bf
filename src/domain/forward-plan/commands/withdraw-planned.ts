import { command } from "../../command.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { WithdrawPlannedInput } from "../inputs.ts";
import { lockPlanned, takeOffDrafts } from "../lifecycle.ts";

/** It is no longer expected, and why. It stays in the plan as withdrawn; of what recurs none follows. */
export const withdrawPlanned = command({
  permission: "plan.keep",
  input: WithdrawPlannedInput,
  async run(context, { plannedId, version, reason }) {
    const { tx, actor, now, record } = context;
    const held = await lockPlanned(context, plannedId);
    refuseIfStale(held, version);
    await takeOffDrafts(tx, held.id);
    await tx.waitingItem.updateMany({ where: { partnershipId: actor.partnershipId, plannedId: held.id, endedAt: null }, data: { endedAt: now } });
    await tx.plannedReport.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { withdrawnAt: now, withdrawnById: actor.personId, withdrawnReason: reason, version: { increment: 1 } }, select: { id: true } });
    record({ event: "planned.withdrawn", subject: { type: "forum", id: held.forumId, reference: held.forum, forumId: held.forumId }, particulars: { plannedId: held.id } });
    return { forum: held.forum };
  },
});
