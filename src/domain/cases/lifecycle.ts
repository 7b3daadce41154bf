import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { CaseStage } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";

/** What may follow what (rule 20). Drawn in docs/generated/lifecycles.md. */
export const caseMoves = {
  open: ["stepped_down", "closed"],
  stepped_down: ["open", "closed"],
  closed: [],
} as const satisfies Record<CaseStage, readonly CaseStage[]>;

export type HeldCase = { id: string; forumId: string; reference: string; stage: CaseStage; version: number; lastAction: number };

/** Takes the case for this transaction. Out of sight, shut by a recusal, or not of the actor's office, reads as not found. */
export const lockCase = (tx: Tx, id: string): Promise<HeldCase> => hold(tx, Prisma.sql`id = ${id}::uuid`);
export const lockCaseByReference = (tx: Tx, reference: string): Promise<HeldCase> => hold(tx, Prisma.sql`reference = ${reference}`);

async function hold(tx: Tx, which: Prisma.Sql): Promise<HeldCase> {
  const rows = await tx.$queryRaw<HeldCase[]>`
    select id, forum_id as "forumId", reference, stage, version, last_action as "lastAction" from cases where ${which} and id <> all((select app.shut_cases())::uuid[]) for update`;
  return orNotFound(rows[0]);
}

export const subjectOf = (held: Pick<HeldCase, "id" | "reference" | "forumId">) =>
  ({ type: "case", id: held.id, reference: held.reference, forumId: held.forumId, caseId: held.id }) as const;

/** Only for a case this transaction holds. */
export async function moveCase(tx: Tx, partnershipId: string, held: HeldCase, to: CaseStage, on: Date) {
  const legal: readonly CaseStage[] = caseMoves[held.stage];
  if (!legal.includes(to)) refuse("case.notOpen");
  await tx.case.update({ where: { partnershipId_id: { partnershipId, id: held.id } }, data: { stage: to, closedOn: to === "closed" ? on : null, version: { increment: 1 } } });
}

/** The next action number in a case this transaction holds: 2 of CEN-118-2. */
export async function nextActionNumber(tx: Tx, partnershipId: string, held: HeldCase): Promise<number> {
  const moved = await tx.case.update({ where: { partnershipId_id: { partnershipId, id: held.id } }, data: { lastAction: { increment: 1 } }, select: { lastAction: true } });
  return moved.lastAction;
}
