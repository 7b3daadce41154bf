import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** The agency for which a person sits on the forum today; of its chair, deputy or coordinator without a seat, their own. */
export async function agencyAtTheTable(tx: Tx, forumId: string, personId: string, today: Day): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ agencyId: string }[]>`
    select m.agency_id as "agencyId" from memberships m join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
      where m.forum_id = ${forumId}::uuid and m.person_id = ${personId}::uuid and p.left_at is null and ${today}::date between m.from_on and coalesce(m.until_on, 'infinity')
    union all
    select p.agency_id from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id
      where a.forum_id = ${forumId}::uuid and a.person_id = ${personId}::uuid and p.left_at is null and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')
    limit 1`;
  return rows[0]?.agencyId;
}

/**
 * Whether the owner of an action still to be done has left, or no longer sits on its forum nor serves it: nobody then does it until the chair
 * gives it to somebody else (rule 14). Computed like lateness, never typed; `a` is the action.
 */
export const ownerGone = (today: Day) => Prisma.sql`(a.ended_at is null and a.state in ('recorded', 'assigned', 'accepted', 'in_progress') and not exists (
  select 1 from people p where p.partnership_id = a.partnership_id and p.id = a.owner_id and p.left_at is null and (
    exists (select 1 from memberships s where s.partnership_id = a.partnership_id and s.forum_id = a.forum_id and s.person_id = a.owner_id and ${today}::date between s.from_on and coalesce(s.until_on, 'infinity'))
    or exists (select 1 from appointments s where s.partnership_id = a.partnership_id and s.forum_id = a.forum_id and s.person_id = a.owner_id and ${today}::date between s.from_on and coalesce(s.until_on, 'infinity')))))`;
