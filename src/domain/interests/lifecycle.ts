import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { Actor } from "../kernel/actor.ts";

type OfCase = { id: string; forumId: string; reference: string };
type Made = { personId: string; silent: boolean; interestId?: string; reason?: string; decidedById?: string; now: Date };

/** Two recusals of one person from one case are asked one after the other, so that nobody is recused twice. */
export const holdRecusals = (tx: Tx, caseId: string, personId: string): Promise<number> => tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${caseId} ${personId}`}, 8))`;

/** Shuts the case to a person from this moment, everywhere at once: the policies of the database read what is written here. */
export async function recuse(tx: Tx, actor: Actor, of: OfCase, { personId, silent, interestId, reason, decidedById, now }: Made): Promise<Recorded> {
  const recusalId = randomUUID();
  // createMany: whoever recuses themselves may no longer read what is about the case
  await tx.recusal.createMany({
    data: [{ id: recusalId, partnershipId: actor.partnershipId, forumId: of.forumId, caseId: of.id, personId, silent, interestId: interestId ?? null, reason: reason ?? null, decidedById: decidedById ?? null, decidedAt: now }],
  });
  return { event: "recusal.made", subject: subjectOf(of), particulars: { recusalId, personId, silent } };
}

export type StandingRecusal = { id: string; personId: string; forumId: string; caseId: string; reference: string };

/** A recusal that the actor may know of, lifted or not. */
export async function findRecusal(tx: Tx, recusalId: string): Promise<StandingRecusal | undefined> {
  const rows = await tx.$queryRaw<StandingRecusal[]>`
    select r.id, r.person_id as "personId", r.forum_id as "forumId", r.case_id as "caseId", c.reference
    from recusals r join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id where r.id = ${recusalId}::uuid`;
  return rows[0];
}

/** The recusal that is meant, and any other of the same person from the same case, as far as none is lifted. */
export const listStanding = (tx: Tx, recusalId: string): Promise<StandingRecusal[]> =>
  tx.$queryRaw<StandingRecusal[]>`
    select r.id, r.person_id as "personId", r.forum_id as "forumId", r.case_id as "caseId", c.reference
    from recusals meant join recusals r on r.partnership_id = meant.partnership_id and r.case_id = meant.case_id and r.person_id = meant.person_id
      join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id
    where meant.id = ${recusalId}::uuid and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)
    order by (r.id = meant.id) desc`;

export async function lift(tx: Tx, actor: Actor, standing: readonly StandingRecusal[], reason: string, now: Date): Promise<Recorded[]> {
  const by = { partnershipId: actor.partnershipId, reason, liftedById: actor.personId, liftedAt: now };
  await tx.recusalLift.createMany({ data: standing.map(({ id, forumId, caseId }) => ({ recusalId: id, forumId, caseId, ...by })) });
  return standing.map((one) => ({ event: "recusal.lifted", subject: subjectOf({ ...one, id: one.caseId }), particulars: { recusalId: one.id, personId: one.personId } }));
}

const subjectOf = ({ id, forumId, reference }: OfCase) => ({ type: "case", id, reference, forumId, caseId: id }) as const;
