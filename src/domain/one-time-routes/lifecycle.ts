import { randomUUID } from "node:crypto";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import type { RoutePurpose } from "../kernel/enums.ts";
import { refuse } from "../kernel/outcome.ts";

type About = { purpose: RoutePurpose; subjectId: string };
type Made = About & { forumId: string; caseId: string | null; personId: string; needsCode: boolean; endsAt: Date };

/**
 * Makes the way in for one person without an account, to do one thing once, and answers the id that a mail brings as its `linkId`. Any one they had before for the same
 * opens nothing any more. Whoever has an account signs in: for them no route ever opens.
 */
export async function makeRoute(tx: Tx, actor: Actor, { purpose, subjectId, forumId, caseId, personId, needsCode, endsAt }: Made, now: Date): Promise<string> {
  await withdrawRoutes(tx, { purpose, subjectId }, now);
  const id = randomUUID();
  await tx.oneTimeRoute.createMany({
    data: [{ id, partnershipId: actor.partnershipId, forumId, caseId, personId, purpose, subjectId, secretHash: new Uint8Array(hashOf(secretOf(id, purpose))), needsCode, madeById: actor.personId, madeAt: now, endsAt }],
  });
  return id;
}

/** What it was for is over, or somebody else is asked: those that are still open open nothing any more. */
export const withdrawRoutes = (tx: Tx, { purpose, subjectId }: About, now: Date) =>
  tx.oneTimeRoute.updateMany({ where: { purpose, subjectId, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } });

/** Uses a route up, in the transaction of the act that it was for; a second time, or for anything else, it is over. */
export async function spendRoute(tx: Tx, { id, purpose, subjectId }: About & { id: string }, now: Date): Promise<void> {
  const { count } = await tx.oneTimeRoute.updateMany({ where: { id, purpose, subjectId, usedAt: null, withdrawnAt: null }, data: { usedAt: now } });
  if (count !== 1) refuse("route.over");
}

/** Holds a route for an act that doesn't use it up, such as a receipt before the answer. For anything else, or once it is over, it opens nothing. */
export async function holdRoute(tx: Tx, { id, purpose, subjectId }: About & { id: string }, now: Date): Promise<void> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from one_time_routes where id = ${id}::uuid and purpose = ${purpose}::route_purpose and subject_id = ${subjectId}::uuid and used_at is null and withdrawn_at is null and ends_at > ${now} for update`;
  if (held.length !== 1) refuse("route.over");
}
