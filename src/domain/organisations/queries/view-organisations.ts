import { Prisma, type Tx } from "@/platform/db/client.ts";
import { isId } from "../inputs.ts";
import { view } from "../../view.ts";
import { redirectAddressOf } from "../redirect-address.ts";

export type Organisation = { id: string; name: string; issuer: string; clientId: string; domains: string[]; people: number; addedAt: Date; endedAt: Date | null };

/** The organisations that people sign in with, those that have ended last; null for whoever doesn't keep them. */
export const listOrganisations = view(async ({ tx, may }, _: Record<never, never>): Promise<{ organisations: Organisation[]; waiting: number } | null> => {
  if (!may("organisation.keep")) return null;
  const waiting = await tx.accessRequest.count({ where: { decidedAt: null } });
  return { organisations: await read(tx, Prisma.sql`true`), waiting };
});

/** One of them, with the address that its administrators have to enter for us. */
export const viewOrganisation = view(async ({ tx, may }, id: string): Promise<(Organisation & { redirectAddress: string }) | null> => {
  if (!may("organisation.keep") || !isId(id)) return null;
  const [found] = await read(tx, Prisma.sql`p.id = ${id}::uuid`);
  return found ? { ...found, redirectAddress: redirectAddressOf(found.id) } : null;
});

const read = (tx: Tx, which: Prisma.Sql) => tx.$queryRaw<Organisation[]>`
  select p.id, p.name, p.issuer, p.client_id as "clientId", p.added_at as "addedAt", p.ended_at as "endedAt",
    array(select d.domain from identity_provider_domains d where d.partnership_id = p.partnership_id and d.provider_id = p.id and d.ended_at is null order by d.domain) as domains,
    (select count(*)::int from identities i where i.partnership_id = p.partnership_id and i.provider_id = p.id) as people
  from identity_providers p where ${which} order by p.ended_at desc nulls first, p.name, p.id`;
