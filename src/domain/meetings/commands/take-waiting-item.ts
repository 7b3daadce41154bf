import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { addItem, keepDraft, lockAgenda, placeForMore } from "../draft.ts";
import { draftItemId } from "../draft-rules.ts";
import { TakeWaitingInput } from "../agenda-inputs.ts";

/** What waits takes its place on an agenda after all. A case or a standing item stands where it would have stood; what somebody brings, before any other business. */
export const takeWaitingItem = command({
  permission: "agenda.keep",
  input: TakeWaitingInput,
  async run(context, { reference, waitingId }) {
    const { tx, actor, now, record } = context;
    const { held, supplement } = await lockAgenda(context, reference);
    const { partnershipId } = actor;
    const waiting = orNotFound(await tx.waitingItem.findFirst({ where: { partnershipId, forumId: held.forumId, id: waitingId } }));
    if (waiting.endedAt) refuse("waiting.over");
    const { kind, caseId, title, presenter, plannedMinutes, restricted, fromItemId } = waiting;
    const comesByItself = caseId !== null || title === null;
    // a case is taken late by another way, which looks at the case
    if (comesByItself && supplement > 0) refuse("agenda.published");
    const id = comesByItself ? draftItemId(held.id, caseId ?? kind) : randomUUID();
    await tx.waitingItem.update({ where: { partnershipId_id: { partnershipId, id: waitingId } }, data: { endedAt: now, takenAsId: id }, select: { id: true } });
    if (comesByItself) await keepDraft(context, held);
    else await addItem(tx, partnershipId, held, { id, kind, caseId, escalationId: null, title, presenter, plannedMinutes, restricted, deferredFromId: fromItemId, supplement }, await placeForMore(tx, held.id));
    record({ event: "item.added", subject: { type: "item", id, reference: held.reference, forumId: held.forumId, caseId }, particulars: { kind, supplement } });
    return { reference: held.reference };
  },
});
