import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { OpenItemInput } from "../inputs.ts";
import { lockMeeting } from "../lifecycle.ts";
import { findItem } from "../queries/find-item.ts";

/**
 * The room puts an item aside, to be taken up again in this meeting or, when it closes, at another. What became of it isn't said by that:
 * an item with an outcome has ended, and is not parked.
 */
export const parkItem = command({
  permission: "item.park",
  input: OpenItemInput,
  async run({ tx, actor, now, require, record }, { itemId }) {
    const { reference, caseId } = orNotFound(await findItem(tx, itemId));
    const { forumId, state } = await lockMeeting(tx, reference);
    const subject = { type: "item", id: itemId, reference, forumId, caseId } as const;
    require("item.park", { forumId }, subject);
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    const { outcome, parkedAt, openedAt, endedAt } = orNotFound(await tx.agendaItem.findUnique({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: itemId } }, select: { outcome: true, parkedAt: true, openedAt: true, endedAt: true } }));
    if (outcome || parkedAt) refuse("item.notToPark");
    await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: itemId } }, data: { parkedAt: now, ...(openedAt && !endedAt ? { endedAt: now } : {}) }, select: { id: true } });
    const rows = await tx.$queryRaw<{ number: number; next: number | null }[]>`
      select app.number_of_item(i.meeting_id, i.position) as number,
        (select min(app.number_of_item(n.meeting_id, n.position))::int from agenda_items n where n.meeting_id = i.meeting_id and n.position > i.position and n.outcome is null and n.parked_at is null) as next
      from agenda_items i where i.id = ${itemId}::uuid`;
    record({ event: "item.parked", subject, particulars: {} });
    return { reference, number: rows[0]?.next ?? rows[0]?.number ?? 1 };
  },
});
