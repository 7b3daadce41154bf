import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { lockItem } from "../held-item.ts";
import { WithdrawResolutionInput } from "../resolution-inputs.ts";
import { takesWords } from "../rules.ts";

/** Takes back one part of what was resolved: it is kept, and no longer stands in the minutes. */
export const withdrawResolution = command({
  permission: "minute.write",
  input: WithdrawResolutionInput,
  async run({ tx, now, require, record }, { resolutionId }) {
    const [found] = await tx.$queryRaw<{ itemId: string }[]>`select item_id as "itemId" from resolutions where id = ${resolutionId}::uuid`;
    const { meeting, item } = await lockItem(tx, orNotFound(found).itemId);
    const { forumId, reference, state } = meeting;
    const subject = { type: "item", id: item.id, reference, forumId, caseId: item.caseId } as const;
    require("minute.write", { forumId }, subject);
    if (!takesWords(meeting)) refuse("meeting.notInThisState", { state });
    const { count } = await tx.resolution.updateMany({ where: { id: resolutionId, withdrawnAt: null }, data: { withdrawnAt: now } });
    if (count === 0) refuse("resolution.withdrawn");
    record({ event: "item.resolutionWithdrawn", subject, particulars: { resolutionId } });
    return { reference, number: item.number };
  },
});
