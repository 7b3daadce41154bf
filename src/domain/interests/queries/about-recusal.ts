import type { Tx } from "@/platform/db/client.ts";
import { findChair } from "../../forums/queries/find-chair.ts";
import type { Day } from "../../kernel/dates.ts";
import type { About } from "../../kernel/policy.ts";
import { chairAbsent, chairRecused } from "../../meetings/queries/chair-absence.ts";
import type { Matter } from "../lifecycle.ts";

/**
 * What the policy table asks of recusing somebody: whether it is the chair who is meant or who is recused from the matter themself, and
 * whether the chair is recorded absent from the forum's meeting to come or in session. Then it is the deputy's.
 */
export async function aboutRecusal(tx: Tx, matter: Matter, personId: string, today: Day): Promise<About> {
  const chair = await findChair(tx, matter.forumId, today);
  return { ...(await aboutForum(tx, matter.forumId, today)), chairRecused: chair?.personId === personId || (await chairRecused(tx, matter)) };
}

/** The part of it that is the same for every matter and person. */
export async function aboutForum(tx: Tx, forumId: string, today: Day): Promise<About> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from meetings where forum_id = ${forumId}::uuid and state in ('published', 'in_session') order by (state = 'in_session') desc, starts_at limit 1`;
  const meeting = rows[0];
  return { forumId, chairAbsent: meeting ? await chairAbsent(tx, { id: meeting.id, forumId }, today) : false };
}
