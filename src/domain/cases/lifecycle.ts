import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { CommandContext } from "../command.ts";
import { nextNumber } from "../forums/numbering.ts";
import { asDate, dayOf } from "../kernel/dates.ts";
import type { CaseStage, Risk, SubjectType } from "../kernel/enums.ts";
import { orNotFound, refuse, wrongField } from "../kernel/outcome.ts";
import { TakeCaseInput } from "./inputs.ts";
import { checkParticulars } from "./particulars.ts";
import { refuseUnknownChoices } from "./queries/find-choices.ts";

export { TakeCaseInput };

/** What may follow what (rule 20). Drawn in docs/generated/lifecycles.md. */
export const caseMoves = {
  open: ["stepped_down", "closed"],
  stepped_down: ["open", "closed"],
  closed: [],
} as const satisfies Record<CaseStage, readonly CaseStage[]>;

export type HeldCase = { id: string; forumId: string; reference: string; stage: CaseStage; version: number; lastAction: number };

type NewCase = { subjectType: SubjectType; title: string; summary: string; wardId: string | null; involvesChildren: boolean; background: string; wanted: string; risk: Risk };

/** Writes a case that a forum takes: that it exists, its nameless twin, what is known and wanted. Who it is comes after. */
export async function openCase(tx: Tx, partnershipId: string, forum: { id: string; code: string }, told: NewCase, now: Date): Promise<HeldCase> {
  const of = { partnershipId, forumId: forum.id };
  const id = randomUUID();
  const reference = `${forum.code}-${await nextNumber(tx, of, "case")}`;
  await tx.case.create({ data: { ...of, id, reference, openedOn: asDate(dayOf(now)) }, select: { id: true } });
  const { subjectType, title, summary, wardId, involvesChildren, background, wanted, risk } = told;
  await tx.caseTwin.create({ data: { ...of, caseId: id, subjectType, title, summary, wardId, involvesChildren }, select: { caseId: true } });
  await tx.caseContent.create({ data: { ...of, caseId: id, background, wanted, risk }, select: { caseId: true } });
  return { id, forumId: forum.id, reference, stage: "open", version: 1, lastAction: 0 };
}

/** Opens a case as takeCase says, with who it is: for the commands by which a forum takes one. `named`: words of its twin that a person was shown and says to name nobody. */
export async function takeWholeCase({ tx, actor, now, require, record }: CommandContext, input: z.infer<typeof TakeCaseInput>): Promise<HeldCase & { named: string[] }> {
  const { forumId, name, bornOn, address, addressHeldById, safeContact } = input;
  const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: forumId } }, select: { code: true, kind: true } }));
  require("case.take", { forumId }, { type: "case", forumId });
  if (forum.kind === "board") wrongField("forumId", "Boards take no cases: select another forum");
  await refuseUnknownChoices(tx, input);
  const { marks, named } = await checkParticulars(tx, input, input, input.namesNobody, dayOf(now));

  const held = await openCase(tx, actor.partnershipId, { id: forumId, code: forum.code }, input, now);
  const of = { partnershipId: actor.partnershipId, forumId, caseId: held.id };
  const subjectId = randomUUID();
  await tx.caseSubject.create({ data: { ...of, id: subjectId, role: input.subjectType, label: input.subjectLabel }, select: { id: true } });
  // createMany: whoever writes the particulars reads them only by a reveal, as everyone does
  await tx.protectedParticular.createMany({ data: [{ ...of, subjectId, name, bornOn: bornOn && asDate(bornOn), address, addressHeldById, safeContact, marks }] });
  const subject = subjectOf(held);
  record({ event: "case.taken", subject, particulars: {} });
  if (named.length > 0) record({ event: "case.twinConfirmed", subject, particulars: { words: named.length } });
  return { ...held, named };
}

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
