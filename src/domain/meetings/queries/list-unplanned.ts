import type { Tx } from "@/platform/db/client.ts";

/** Which of these forums have one ordinary meeting ahead of them, or none: their year is to be planned. By code. */
export const listUnplanned = (tx: Tx, forumIds: readonly string[]) => tx.$queryRaw<{ forum: string }[]>`
  select f.code as forum from forums f where f.id = any(${[...forumIds]}::uuid[])
    and (select count(*) from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.kind = 'ordinary' and m.state in ('scheduled', 'published') and m.starts_at > app.moment()) < 2
  order by f.code`;
