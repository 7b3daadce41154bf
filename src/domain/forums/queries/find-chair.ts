import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { Capacity } from "../../kernel/enums.ts";

export type Chair = { personId: string; name: string; capacity: Capacity; untilOn: Day | null };

/** The chair or acting chair in force on a day: at most one (rule 1); null while the office is vacant. */
export async function findChair(tx: Tx, forumId: string, today: Day): Promise<Chair | null> {
  const rows = await tx.$queryRaw<Chair[]>`
    select a.person_id as "personId", concat_ws(' ', p.style, p.name) as name, a.capacity, a.until_on::text as "untilOn"
    from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id
    where a.forum_id = ${forumId}::uuid and a.office = 'chair' and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')`;
  return rows[0] ?? null;
}
