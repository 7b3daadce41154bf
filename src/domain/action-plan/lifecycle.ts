import { randomUUID } from "node:crypto";
import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Recorded } from "../audit/record.ts";
import type { ActionState, ActionStepKind } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";

/** What may follow what (rules 9 to 12). Drawn in docs/generated/lifecycles.md. */
export const actionMoves = {
  recorded: ["assigned", "cancelled"],
  assigned: ["accepted", "in_progress", "reported_done", "incomplete", "cancelled"],
  accepted: ["in_progress", "reported_done", "incomplete", "cancelled"],
  declined: [],
  in_progress: ["in_progress", "reported_done", "incomplete", "cancelled"],
  reported_done: ["in_progress", "verified"],
  verified: [],
  incomplete: ["in_progress"],
  cancelled: [],
} as const satisfies Record<ActionState, readonly ActionState[]>;

export type HeldAction = {
  id: string;
  forumId: string;
  caseId: string | null;
  meetingId: string;
  reference: string;
  state: ActionState;
  version: number;
  ownerId: string;
  ownerAgencyId: string;
};

/** Takes the action for this transaction. Out of sight, or neither the actor's nor their office's, reads as not found. */
export async function lockAction(tx: Tx, reference: string): Promise<HeldAction> {
  const rows = await tx.$queryRaw<HeldAction[]>`
    select id, forum_id as "forumId", case_id as "caseId", meeting_id as "meetingId", reference, state, version, owner_id as "ownerId", owner_agency_id as "ownerAgencyId"
    from actions where reference = ${reference} for update`;
  return orNotFound(rows[0]);
}

type Step = { kind: ActionStepKind; note: string | null; now: Date };

/** Only for an action this transaction holds: writes the step, then moves the index to it, and answers the event to record. The step comes first, because who may write one depends on the state before. */
export async function moveAction(tx: Tx, actor: Actor, held: HeldAction, to: ActionState, step: Step, data: Prisma.ActionUncheckedUpdateInput = {}): Promise<Recorded> {
  const legal: readonly ActionState[] = actionMoves[held.state];
  if (!legal.includes(to)) refuse("action.illegalMove", { from: held.state, to });
  const stepId = await addStep(tx, actor, held, step);
  // not `update`: it would read the row back, and an owner who has just ended an action may see less of it
  await tx.action.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { ...data, state: to, version: { increment: 1 } } });
  return { event: "action.moved", subject: subjectOf(held), particulars: { from: held.state, to, stepId } };
}

/** A step is insert-only; createMany, since reading it back is not always allowed to whoever wrote it. */
export async function addStep(tx: Tx, actor: Actor, held: Pick<HeldAction, "id" | "forumId">, { kind, note, now }: Step): Promise<string> {
  const id = randomUUID();
  await tx.actionStep.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId: held.forumId, actionId: held.id, kind, personId: actor.personId, takenAt: now, note }] });
  return id;
}

export const subjectOf = (held: Pick<HeldAction, "id" | "reference" | "forumId" | "caseId">) =>
  ({ type: "action", id: held.id, reference: held.reference, forumId: held.forumId, caseId: held.caseId }) as const;
