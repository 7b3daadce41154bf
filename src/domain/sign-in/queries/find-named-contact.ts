import type { Tx } from "@/platform/db/client.ts";

/** The seat by which the person is their agency's named contact on a forum today; null where they are not, or where the seat opens no papers. */
export async function findNamedContact(tx: Tx, forumId: string): Promise<{ agencyId: string; agency: string } | null> {
  const rows = await tx.$queryRaw<{ agencyId: string; agency: string }[]>`
    select m.agency_id as "agencyId", g.name as agency from memberships m join agencies g on g.partnership_id = m.partnership_id and g.id = m.agency_id
    where m.forum_id = ${forumId}::uuid and m.person_id = app.person() and m.named_contact and app.today() between m.from_on and coalesce(m.until_on, 'infinity')
      and app.seat_opens_papers(m.forum_id) order by g.name limit 1`;
  return rows[0] ?? null;
}
