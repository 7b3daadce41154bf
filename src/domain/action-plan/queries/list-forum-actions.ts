import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { ActionState } from "../../kernel/enums.ts";
import { readWordings } from "./read-wordings.ts";

/** An action as the forum's members know it, signed or not (D1), and in its own words for those who hold them. */
export type ForumAction = { reference: string; /** Its own words where the reader may read them (D2). */ wording: string | null; namelessWording: string | null; agency: string; due: Day; state: ActionState };

/** The actions a forum goes through at a meeting: those that are reported done first, then those still open, the earliest due first. */
export async function listForumActions(tx: Tx, forumId: string): Promise<(ForumAction & { id: string })[]> {
  const rows = await tx.$queryRaw<(Omit<ForumAction, "wording"> & { id: string })[]>`
    select a.id, a.reference, a.nameless_wording as "namelessWording", g.short_name as agency, a.due_on::text as due, a.state
    from actions a join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.forum_id = ${forumId}::uuid and a.state in ('reported_done', 'assigned', 'accepted', 'in_progress') order by (a.state = 'reported_done') desc, a.due_on, length(a.reference), a.reference`;
  const words = await readWordings(tx, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, wording: words.get(row.id)?.wording ?? null }));
}
