import type { Tx } from "@/platform/db/client.ts";
import type { Actor, Standing } from "../../kernel/actor.ts";
import type { Day } from "../../kernel/dates.ts";
import type { About } from "../../kernel/policy.ts";
import { chairAbsent } from "../../meetings/queries/chair-absence.ts";

/**
 * What the policy table asks of an action. Whether its owner is the forum's chair today, and whether the chair is recorded absent
 * from the meeting that sits now, matter to the deputy alone, who stands in for the chair; so only for the deputy are they asked.
 */
export async function aboutAction(tx: Tx, actor: Actor, standing: Standing, { forumId, ownerId }: { forumId: string; ownerId: string }, today: Day): Promise<About> {
  const about = { forumId, isOwner: ownerId === actor.personId };
  if (!standing.appointments.some((a) => a.forumId === forumId && a.office === "deputy")) return about;
  const rows = await tx.$queryRaw<{ ownedByChair: boolean; sitting: string | null }[]>`
    select exists (select 1 from appointments a where a.forum_id = ${forumId}::uuid and a.person_id = ${ownerId}::uuid and a.office = 'chair'
        and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')) as "ownedByChair",
      (select m.id from meetings m where m.forum_id = ${forumId}::uuid and m.state = 'in_session' limit 1) as sitting`;
  const sitting = rows[0]?.sitting;
  return { ...about, ownedByChair: rows[0]?.ownedByChair === true, chairAbsent: sitting ? await chairAbsent(tx, { id: sitting, forumId }, today) : false };
}
