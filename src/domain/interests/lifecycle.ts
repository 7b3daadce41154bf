import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import type { Actor } from "../kernel/actor.ts";

/** What somebody is recused from: a case, or an item that has none, wherever it was put off to and from. `reference`: of the case, or of the item's meeting. */
export type Matter = { forumId: string; reference: string } & ({ caseId: string; itemId: null } | { caseId: null; itemId: string });
type Made = { personId: string; silent: boolean; interestId?: string; reason?: string; decidedById?: string; now: Date };

/** Two recusals of one person from one matter are asked one after the other, so that nobody is recused twice. */
export const holdRecusals = (tx: Tx, { caseId, itemId }: Matter, personId: string): Promise<number> => tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${caseId ?? itemId} ${personId}`}, 8))`;

/** Shuts the matter to a person from this moment, everywhere at once: the policies of the database read what is written here. */
export async function recuse(tx: Tx, actor: Actor, of: Matter, { personId, silent, interestId, reason, decidedById, now }: Made): Promise<Recorded> {
  const recusalId = randomUUID();
  const { forumId, caseId, itemId } = of;
  // createMany: whoever recuses themselves may no longer read what is about the matter
  await tx.recusal.createMany({
    data: [{ id: recusalId, partnershipId: actor.partnershipId, forumId, caseId, itemId, personId, silent, interestId: interestId ?? null, reason: reason ?? null, decidedById: decidedById ?? null, decidedAt: now }],
  });
  return { event: "recusal.made", subject: subjectOf(of), particulars: { recusalId, personId, silent } };
}

export type StandingRecusal = Matter & { id: string; personId: string };

/** A recusal that the actor may know of, lifted or not. */
export async function findRecusal(tx: Tx, recusalId: string): Promise<StandingRecusal | undefined> {
  const rows = await tx.$queryRaw<StandingRecusal[]>`
    select r.id, r.person_id as "personId", r.forum_id as "forumId", r.case_id as "caseId", r.item_id as "itemId", coalesce(c.reference, m.reference) as reference
    from recusals r left join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id
      left join agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id left join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where r.id = ${recusalId}::uuid and coalesce(c.reference, m.reference) is not null`;
  return rows[0];
}

/** The recusal that is meant, and any other of the same person from the same matter, as far as none is lifted. */
export const listStanding = (tx: Tx, recusalId: string): Promise<StandingRecusal[]> =>
  tx.$queryRaw<StandingRecusal[]>`
    select r.id, r.person_id as "personId", r.forum_id as "forumId", r.case_id as "caseId", r.item_id as "itemId", coalesce(c.reference, m.reference) as reference
    from recusals meant join recusals r on r.partnership_id = meant.partnership_id and r.person_id = meant.person_id and (r.case_id = meant.case_id or r.item_id = any(app.matter_of(meant.item_id)))
      left join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id
      left join agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id left join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where meant.id = ${recusalId}::uuid and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)
    order by (r.id = meant.id) desc`;

export async function lift(tx: Tx, actor: Actor, standing: readonly StandingRecusal[], reason: string, now: Date): Promise<Recorded[]> {
  const by = { partnershipId: actor.partnershipId, reason, liftedById: actor.personId, liftedAt: now };
  await tx.recusalLift.createMany({ data: standing.map(({ id, forumId, caseId, itemId }) => ({ recusalId: id, forumId, caseId, itemId, ...by })) });
  return standing.map((one) => ({ event: "recusal.lifted", subject: subjectOf(one), particulars: { recusalId: one.id, personId: one.personId } }));
}

/** What the trail keeps it under. */
export const subjectOf = ({ forumId, reference, caseId, itemId }: Matter): AuditSubject => (itemId === null ? { type: "case", id: caseId, reference, forumId, caseId } : { type: "item", id: itemId, reference, forumId });
