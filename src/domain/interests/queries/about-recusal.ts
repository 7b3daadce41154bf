import type { Tx } from "@/platform/db/client.ts";
import { findChair } from "../../forums/queries/find-chair.ts";
import type { Day } from "../../kernel/dates.ts";
import type { About } from "../../kernel/policy.ts";
import { chairAbsent } from "../../meetings/queries/chair-absence.ts";

/** What the policy table asks of recusing somebody: whether it is the chair who is meant, and whether the chair is recorded absent from the forum's meeting to come or in session; then it is the deputy's. */
export async function aboutRecusal(tx: Tx, { forumId, personId }: { forumId: string; personId: string }, today: Day): Promise<About> {
  const chair = await findChair(tx, forumId, today);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from meetings where forum_id = ${forumId}::uuid and state in ('published', 'in_session') order by (state = 'in_session') desc, starts_at limit 1`;
  const meeting = rows[0];
  return { forumId, chairRecused: chair?.personId === personId, chairAbsent: meeting ? await chairAbsent(tx, { id: meeting.id, forumId }, today) : false };
}
