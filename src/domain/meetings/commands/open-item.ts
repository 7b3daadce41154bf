import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { OpenItemInput } from "../inputs.ts";
import { lockMeeting } from "../lifecycle.ts";
import { findItem } from "../queries/find-item.ts";

/**
 * The room takes an item up, and leaves the one before. Whoever is openly recused from it leaves for as long as it takes, and is back
 * when the next is taken up: who was in the room in between is who was told (rules 7 and 28).
 */
export const openItem = command({
  permission: "item.open",
  input: OpenItemInput,
  async run({ tx, actor, require, record }, { itemId }) {
    const { reference, caseId } = orNotFound(await findItem(tx, itemId));
    const { forumId, state } = await lockMeeting(tx, reference);
    const subject = { type: "item", id: itemId, reference, forumId, caseId } as const;
    require("item.open", { forumId }, subject);
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    const rows = await tx.$queryRaw<{ left: number | null; number: number }[]>`
      select app.take_up_item(i.id) as left, app.number_of_item(i.meeting_id, i.position) as number from agenda_items i where i.id = ${itemId}::uuid`;
    const { number } = orNotFound(rows[0]);
    // taken up, it is parked no more
    await tx.agendaItem.updateMany({ where: { partnershipId: actor.partnershipId, id: itemId, parkedAt: { not: null } }, data: { parkedAt: null } });
    record({ event: "item.opened", subject, particulars: {} });
    return { reference, number };
  },
});
