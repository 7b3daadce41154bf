import { Prisma, type Tx } from "@/platform/db/client.ts";
import { isId } from "../inputs.ts";
import { view } from "../../view.ts";

export type AccessRequest = {
  id: string;
  name: string;
  email: string;
  /** Whether the organisation may speak for that address. */
  emailConfirmed: boolean;
  organisation: string;
  organisationEnded: boolean;
  askedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  admittedAs: string | null;
};
export type Choices = { agencies: { id: string; name: string }[]; people: { id: string; name: string; agency: string }[]; likelyId: string | null };

/** Who asks to come in, those that wait first; null for whoever doesn't decide. */
export const listRequests = view(async ({ tx, may }, _: Record<never, never>): Promise<AccessRequest[] | null> => (may("request.decide") ? read(tx, Prisma.sql`true`) : null));

/** One request, with whom they may be admitted as: anybody of the directory but the administrator themself. */
export const viewRequest = view(async ({ tx, actor, may }, id: string): Promise<(AccessRequest & Choices) | null> => {
  if (!may("request.decide") || !isId(id)) return null;
  const [found] = await read(tx, Prisma.sql`r.id = ${id}::uuid`);
  if (!found) return null;
  const agencies = await tx.agency.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  const people = await tx.$queryRaw<(Choices["people"][number] & { email: string })[]>`
    select p.id, p.name, g.short_name as agency, p.email from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where p.left_at is null and p.id <> ${actor.personId}::uuid order by p.name, p.id`;
  const likely = found.emailConfirmed ? people.find(({ email }) => email === found.email) : undefined;
  return { ...found, agencies, people: people.map(({ email: _email, ...person }) => person), likelyId: likely?.id ?? null };
});

const read = (tx: Tx, which: Prisma.Sql) => tx.$queryRaw<AccessRequest[]>`
  select r.id, r.name, r.email, r.email_confirmed as "emailConfirmed", o.name as organisation, o.ended_at is not null as "organisationEnded",
    r.asked_at as "askedAt", r.decided_at as "decidedAt", d.name as "decidedBy", p.name as "admittedAs"
  from access_requests r join identity_providers o on o.partnership_id = r.partnership_id and o.id = r.provider_id
    left join people d on d.partnership_id = r.partnership_id and d.id = r.decided_by_id
    left join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
  where ${which} order by r.decided_at desc nulls first, r.asked_at, r.id limit 400`;
