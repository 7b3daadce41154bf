import { Prisma } from "@/platform/db/client.ts";

/**
 * How many meetings of its forum closed while the action `a`, which came from the meeting `m`, was not over (rule 12), of the 99
 * that came next. The order and its limit let the index be searched from that meeting on, where a plain count read every
 * meeting that the forum ever held, once for each row.
 */
export const countMeetingsCarried = Prisma.sql`(select (count(*) filter (where later.closed_at <= coalesce(a.ended_at, 'infinity')))::int from (
    select closed_at from meetings where partnership_id = a.partnership_id and forum_id = a.forum_id and starts_at > m.starts_at
    order by starts_at limit 99) as later)`;
