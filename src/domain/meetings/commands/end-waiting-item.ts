import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { EndWaitingInput } from "../agenda-inputs.ts";
import { lockMeeting } from "../lifecycle.ts";

/** What somebody would have brought is needed no more. Cases, standing items and what is planned aren't taken off the list: they come back by themselves. */
export const endWaitingItem = command({
  permission: "agenda.keep",
  input: EndWaitingInput,
  async run({ tx, actor, now, require, record }, { reference, waitingId }) {
    const { id, forumId, reference: meeting } = await lockMeeting(tx, reference);
    require("agenda.keep", { forumId }, { type: "meeting", id, reference: meeting, forumId });
    const { partnershipId } = actor;
    const waiting = orNotFound(await tx.waitingItem.findFirst({ where: { partnershipId, forumId, id: waitingId, title: { not: null }, plannedId: null } }));
    if (waiting.endedAt) refuse("waiting.over");
    await tx.waitingItem.update({ where: { partnershipId_id: { partnershipId, id: waitingId } }, data: { endedAt: now }, select: { id: true } });
    record({ event: "waiting.ended", subject: { type: "forum", id: forumId, forumId }, particulars: { waitingId } });
    return { reference: meeting };
  },
});
