import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { Actor } from "../kernel/actor.ts";
import { wrongField } from "../kernel/outcome.ts";
import { subjectOf } from "./action-subject.ts";

type OfAction = { id: string; forumId: string; caseId: string | null; reference: string; ownerId: string };

/**
 * Only for an action this transaction holds: lets its owner be shown these subjects of its case, by a reveal, while the action is open
 * (rule 26). What they are shown already stays as it was allowed. A subject of another case was never offered by a form of ours.
 */
export async function allowSubjects(tx: Tx, actor: Actor, action: OfAction, subjectIds: readonly string[], now: Date): Promise<Recorded[]> {
  if (subjectIds.length === 0) return [];
  const { id: actionId, forumId, caseId, ownerId } = action;
  const { partnershipId } = actor;
  const found = caseId === null ? [] : await tx.caseSubject.findMany({ where: { partnershipId, caseId, id: { in: [...subjectIds] } }, select: { id: true } });
  if (caseId === null || found.length !== subjectIds.length) wrongField("subjectIds", "Select people and places of this case");
  const allowed = await tx.taskParticular.findMany({ where: { partnershipId, actionId, ownerId, endedAt: null }, select: { subjectId: true } });
  const added = subjectIds.filter((id) => !allowed.some(({ subjectId }) => subjectId === id));
  await tx.taskParticular.createMany({ data: added.map((subjectId) => ({ id: randomUUID(), partnershipId, forumId, caseId, actionId, subjectId, ownerId, allowedById: actor.personId, allowedAt: now })) });
  return added.map((subjectId) => ({ event: "action.particularsAllowed", subject: subjectOf(action), particulars: { subjectId } }));
}
