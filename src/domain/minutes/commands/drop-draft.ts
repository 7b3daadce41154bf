import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { lockItem } from "../held-item.ts";
import { DropDraftInput } from "../inputs.ts";

/** Drops what was kept apart: what is saved stands. */
export const dropDraft = command({
  permission: "minute.write",
  input: DropDraftInput,
  async run({ tx, actor, now, require }, { itemId }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { forumId } = meeting;
    require("minute.write", { forumId }, { type: "item", id: item.id, reference: meeting.reference, forumId, caseId: item.caseId });
    const { count } = await tx.minuteDraft.updateMany({ where: { partnershipId: actor.partnershipId, itemId: item.id, personId: actor.personId, settledAt: null }, data: { settledAt: now } });
    orNotFound(count || null);
    return { reference: meeting.reference, number: item.number };
  },
});
