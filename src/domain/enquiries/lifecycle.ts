import type { Tx } from "@/platform/db/client.ts";
import { orNotFound } from "../kernel/outcome.ts";

export type HeldEnquiry = {
  id: string; reference: string; forumId: string; caseId: string; case: string | null; personId: string; agencyId: string; askedById: string; askerAgencyId: string;
  powerId: string; lawfulBasisId: string; conditionId: string; confidentialityId: string; answeredAt: Date | null; withdrawnAt: Date | null;
};

/** Takes an enquiry for this transaction. Out of sight reads as not found; one that is answered can't be taken, and is found as it stands. */
export async function lockEnquiry(tx: Tx, reference: string): Promise<HeldEnquiry> {
  const columns = {
    id: true, reference: true, forumId: true, caseId: true, personId: true, agencyId: true, askedById: true, askerAgencyId: true, powerId: true, lawfulBasisId: true, conditionId: true, confidentialityId: true, answeredAt: true, withdrawnAt: true,
  } as const;
  await tx.$executeRaw`select 1 from enquiries where reference = ${reference} for update`;
  const held = orNotFound(await tx.enquiry.findFirst({ where: { reference }, select: columns }));
  // whoever is asked doesn't see the case itself, and knows no reference of it
  const [found] = await tx.$queryRaw<{ reference: string }[]>`select reference from cases where id = ${held.caseId}::uuid`;
  return { ...held, case: found?.reference ?? null };
}

/** As the trail names it. */
export const subjectOf = ({ id, reference, forumId, caseId }: Pick<HeldEnquiry, "id" | "reference" | "forumId" | "caseId">) => ({ type: "enquiry", id, reference, forumId, caseId }) as const;
