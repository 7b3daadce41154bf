import type { Tx } from "@/platform/db/client.ts";
import type { Actor, Standing } from "../../kernel/actor.ts";
import type { Day } from "../../kernel/dates.ts";
import type { About } from "../../kernel/policy.ts";
import { chairAbsent } from "../../meetings/queries/chair-absence.ts";

/**
 * What the policy table asks of an action. Whether its owner is the forum's chair today, whether the chair is recused from its case or item, and whether the chair is recorded absent
 * from the meeting that sits now, matter to the deputy alone, who stands in for the chair; so only for the deputy are they asked.
 */
export async function aboutAction(tx: Tx, actor: Actor, standing: Standing, { id, forumId, ownerId, caseId }: { id: string; forumId: string; ownerId: string; caseId: string | null }, today: Day): Promise<About> {
  const isOwner = ownerId === actor.personId;
  const about = { forumId, isOwner, helps: !isOwner && (await helpsWith(tx, id)) };
  if (!standing.appointments.some((a) => a.forumId === forumId && a.office === "deputy")) return about;
  const rows = await tx.$queryRaw<{ ownedByChair: boolean; chairRecused: boolean | null; sitting: string | null }[]>`
    select exists (select 1 from appointments a where a.forum_id = ${forumId}::uuid and a.person_id = ${ownerId}::uuid and a.office = 'chair'
        and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')) as "ownedByChair", case when ${caseId}::uuid is null then app.chair_recused_from_item((select a.item_id from actions a where a.id = ${id}::uuid)) else app.chair_recused_from(${caseId}::uuid) end as "chairRecused",
      (select m.id from meetings m where m.forum_id = ${forumId}::uuid and m.state = 'in_session' limit 1) as sitting`;
  const sitting = rows[0]?.sitting;
  return { ...about, ownedByChair: rows[0]?.ownedByChair === true, chairRecused: rows[0]?.chairRecused === true, chairAbsent: sitting ? await chairAbsent(tx, { id: sitting, forumId }, today) : false };
}

async function helpsWith(tx: Tx, actionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ helps: boolean }[]>`select app.helps_with_action(${actionId}::uuid) as helps`;
  return rows[0]?.helps === true;
}
