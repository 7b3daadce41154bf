import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
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
    const { kind, caseId, title, presenter, plannedMinutes, restricted, fromItemId, plannedId } = waiting;
    const comesByItself = caseId !== null || title === null;
    // a case is taken late by another way, which looks at the case
    if (comesByItself && supplement > 0) refuse("agenda.published");
    const id = comesByItself || plannedId !== null ? draftItemId(held.id, caseId ?? plannedId ?? kind) : randomUUID();
    await tx.waitingItem.update({ where: { partnershipId_id: { partnershipId, id: waitingId } }, data: { endedAt: now, takenAsId: id }, select: { id: true } });
    if (comesByItself) await keepDraft(context, held);
    else if (plannedId === null || !(await tx.agendaItem.findFirst({ where: { partnershipId, meetingId: held.id, plannedId }, select: { id: true } }))) await addItem(tx, partnershipId, held, { id, kind, caseId, escalationId: null, title, presenter, plannedMinutes, restricted, deferredFromId: plannedId === null ? fromItemId : await putOffFrom(tx, held.forumId, plannedId), plannedId, supplement }, await placeForMore(tx, held.id));
    record({ event: "item.added", subject: { type: "item", id, reference: held.reference, forumId: held.forumId, caseId }, particulars: { kind, supplement } });
    return { reference: held.reference };
  },
});

/** Where the forum put off what is planned, last. It isn't taken while another agenda that is out has it. */
async function putOffFrom(tx: Tx, forumId: string, plannedId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`select deferred_from_id as id from app.planned_due(array[${forumId}::uuid]) where id = ${plannedId}::uuid`;
  return (rows[0] ?? refuse("waiting.over")).id;
}
