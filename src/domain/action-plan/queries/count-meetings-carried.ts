import { Prisma } from "@/platform/db/client.ts";

/**
 * How many meetings of its forum closed while the action `a`, which came from the meeting `m`, was not over (rule 12); more than
 * 99 read as 99. The order and its limit let the index be searched from that meeting on, where a plain count read every meeting
 * that the forum ever held, once for each row.
 */
export const countMeetingsCarried = Prisma.sql`(select count(*)::int from (
    select from meetings later where later.partnership_id = a.partnership_id and later.forum_id = a.forum_id
      and later.starts_at > m.starts_at and later.starts_at < coalesce(a.ended_at, 'infinity') and later.closed_at <= coalesce(a.ended_at, 'infinity')
    order by later.starts_at limit 99) as carried)`;
