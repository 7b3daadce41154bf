import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** How long a forum's meetings last: two hours unless the terms of reference in force say otherwise (rule 2). */
export async function limitInForce(tx: Tx, forumId: string, today: Day): Promise<number> {
  const rows = await tx.$queryRaw<{ limitMinutes: number }[]>`
    select limit_minutes as "limitMinutes" from terms_of_reference where forum_id = ${forumId}::uuid and adopted_on <= ${today}::date order by version desc limit 1`;
  return rows[0]?.limitMinutes ?? 120;
}
