import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { isNeverLeftOff } from "../draft-rules.ts";
import { lineOf, lockDraft, touchMeeting } from "../draft.ts";
import { LeaveOffInput } from "../agenda-inputs.ts";

/**
 * Leaves an item off a draft, and keeps on the waiting list why. It doesn't come back to this draft by itself; a case, a standing item and what
 * is planned come back to the next agenda, and what somebody brings waits until it is taken.
 */
export const leaveOffItem = command({
  permission: "agenda.keep",
  input: LeaveOffInput,
  async run(context, { itemId, why, ...seen }) {
    const { tx, actor, now, record } = context;
    const { held, lines } = await lockDraft(context, seen);
    const { id, kind, case: found, escalationId, title, presenter, plannedMinutes, restricted, deferredFromId, plannedId, papers } = lineOf(lines, itemId);
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.forumId } }, select: { kind: true } }));
    // what another forum handed up is heard, deferred in the room or returned with a reason: never left off without a word
    if (escalationId !== null || isNeverLeftOff(kind, forum.kind)) refuse("item.neverLeftOff");
    if (papers > 0) refuse("item.hasPapers", { papers });
    const { partnershipId, personId } = actor;
    if ((await tx.receivedMinutes.count({ where: { partnershipId, itemId: id, withdrawnAt: null } })) > 0) refuse("item.hasMinutes");
    const waitingId = randomUUID();
    const caseId = found?.id ?? null;
    await tx.waitingItem.create({
      data: { id: waitingId, partnershipId, forumId: held.forumId, kind, caseId, plannedId, title, presenter, plannedMinutes, restricted, fromItemId: plannedId === null ? deferredFromId : null, leftOffId: held.id, why, waitingSince: now, addedById: personId },
      select: { id: true },
    });
    const rows = await tx.$queryRaw<{ gone: boolean }[]>`select app.leave_off_item(${id}::uuid) as gone`;
    orNotFound(rows[0]?.gone || null);
    await touchMeeting(tx, partnershipId, held);
    record({ event: "item.leftOff", subject: { type: "item", id, reference: held.reference, forumId: held.forumId, caseId }, particulars: { waitingId } });
    return { reference: held.reference };
  },
});
