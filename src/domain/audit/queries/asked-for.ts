import { Prisma, type Tx } from "@/platform/db/client.ts";
import { addDays, instantOf } from "../../kernel/dates.ts";
import type { AuditFilters } from "../inputs.ts";

/** The desk's filters as a condition on events `e`, and the case they ask about. A case's reference also finds its actions and agenda items. */
export async function askedFor(tx: Tx, { person, reference, kind, from, to }: AuditFilters): Promise<{ which: Prisma.Sql; caseId: string | null }> {
  const asked: Prisma.Sql[] = [];
  let caseId: string | null = null;
  if (reference) {
    const found = await tx.$queryRaw<{ id: string }[]>`select id from cases where reference = ${reference}`;
    caseId = found[0]?.id ?? null;
    asked.push(Prisma.sql`(e.reference = ${reference} or e.case_id = ${caseId}::uuid)`);
  }
  if (person) asked.push(Prisma.sql`e.person_id = ${person}::uuid`);
  if (kind) asked.push(Prisma.sql`e.event = ${kind}`);
  if (from) asked.push(Prisma.sql`e.occurred_at >= ${instantOf(from, 0, 0)}::timestamptz`);
  if (to) asked.push(Prisma.sql`e.occurred_at < ${instantOf(addDays(to, 1), 0, 0)}::timestamptz`);
  return { which: asked.length > 0 ? Prisma.join(asked, " and ") : Prisma.sql`true`, caseId };
}
