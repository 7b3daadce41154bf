import { Prisma } from "@/platform/db/client.ts";

/** How somebody's account stands, computed from what is there; `p` is the person. */
export const accountState = (now: Date) => Prisma.sql`(case
  when p.left_at is not null then 'left'
  when exists (select 1 from credentials c where c.person_id = p.id) or exists (select 1 from identities i where i.person_id = p.id) then 'open'
  else coalesce((select case when l.withdrawn_at is not null or l.used_at is not null then 'none' when l.ends_at > ${now} then 'invited' else 'expired' end
    from one_time_links l where l.person_id = p.id and l.purpose = 'account_invitation' order by l.made_at desc limit 1), 'none') end)`;
