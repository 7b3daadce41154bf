import type { Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";

export const organisationSubject = (id: string): AuditSubject => ({ type: "organisation", id });
export const requestSubject = (id: string): AuditSubject => ({ type: "request", id });

/** An organisation whose sign-in is in use, locked; an administrator alone sees any. */
export async function lockOrganisation(tx: Tx, id: string): Promise<{ id: string; name: string }> {
  const rows = await tx.$queryRaw<{ id: string; name: string; endedAt: Date | null }[]>`select id, name, ended_at as "endedAt" from identity_providers where id = ${id}::uuid for update`;
  const { endedAt, ...held } = orNotFound(rows[0]);
  if (endedAt) refuse("organisation.ended");
  return held;
}

/** From now on people of these domains sign in there, and of no others. */
export async function keepDomains(tx: Tx, { partnershipId }: { partnershipId: string }, providerId: string, domains: readonly string[], now: Date): Promise<void> {
  await tx.identityProviderDomain.createMany({ data: domains.map((domain) => ({ partnershipId, providerId, domain })), skipDuplicates: true });
  await tx.identityProviderDomain.updateMany({ where: { providerId, domain: { in: [...domains] }, endedAt: { not: null } }, data: { endedAt: null } });
  await tx.identityProviderDomain.updateMany({ where: { providerId, domain: { notIn: [...domains] }, endedAt: null }, data: { endedAt: now } });
}

export type HeldRequest = { id: string; organisationId: string; email: string; isAdmitted: boolean; isDecided: boolean };

/** A request for access, locked. Whoever was refused can be admitted later; whoever was admitted stays so. */
export async function lockRequest(tx: Tx, id: string): Promise<HeldRequest> {
  const rows = await tx.$queryRaw<HeldRequest[]>`
    select id, provider_id as "organisationId", email, person_id is not null as "isAdmitted", decided_at is not null as "isDecided" from access_requests where id = ${id}::uuid for update`;
  return orNotFound(rows[0]);
}
