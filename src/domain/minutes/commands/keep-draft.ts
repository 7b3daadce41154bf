import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockItem } from "../held-item.ts";
import { KeepDraftInput } from "../inputs.ts";

/**
 * Keeps what somebody typed on an item that another saved meanwhile: apart, for them alone, until they have put the two together or
 * dropped theirs. Nobody's words are written over, and nobody's are lost.
 */
export const keepDraft = command({
  permission: "minute.write",
  input: KeepDraftInput,
  async run({ tx, actor, now, require }, { itemId, version, discussion }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { forumId } = meeting;
    require("minute.write", { forumId }, { type: "item", id: item.id, reference: meeting.reference, forumId, caseId: item.caseId });
    if (meeting.state !== "in_session" && meeting.state !== "closed") refuse("meeting.notInThisState", { state: meeting.state });
    const of = { partnershipId: actor.partnershipId, itemId: item.id, personId: actor.personId };
    const typed = { discussion, onVersion: version, savedAt: now, settledAt: null };
    await tx.minuteDraft.upsert({ where: { partnershipId_itemId_personId: of }, create: { ...of, forumId, caseId: item.caseId, ...typed }, update: typed, select: { itemId: true } });
    return { reference: meeting.reference, number: item.number };
  },
});
