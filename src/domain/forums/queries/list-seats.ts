import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { Office } from "../../kernel/enums.ts";

/** Somebody round the table of a forum: by a seat, by an office, or by both. */
export type Seat = {
  personId: string;
  /** "Insp Ruth Calverley" */
  name: string;
  post: string;
  agencyId: string;
  agency: string;
  /** On whose behalf besides their agency. */
  represents: string | null;
  seated: boolean;
  offices: Office[];
};

/**
 * Who belongs round the table of a forum on a day, agency by agency: its members, and the chair's office where it holds no seat.
 * A person stands here once; who has left stands here no more.
 */
export async function listSeats(tx: Tx, forumId: string, today: Day): Promise<Seat[]> {
  return tx.$queryRaw<Seat[]>`
    with held as (
      select m.person_id, m.agency_id, m.represents, true as seated, null::office as office from memberships m
      where m.forum_id = ${forumId}::uuid and ${today}::date between m.from_on and coalesce(m.until_on, 'infinity')
      union all
      select a.person_id, p.agency_id, null, false, a.office from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id
      where a.forum_id = ${forumId}::uuid and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity'))
    select * from (
      select distinct on (h.person_id) h.person_id as "personId", concat_ws(' ', p.style, p.name) as name, p.post, h.agency_id as "agencyId", g.name as agency, h.represents,
        bool_or(h.seated) over one as seated, (array_remove(array_agg(h.office) over one, null))::text[] as offices
      from held h join people p on p.id = h.person_id and p.left_at is null join agencies g on g.partnership_id = p.partnership_id and g.id = h.agency_id
      window one as (partition by h.person_id)
      order by h.person_id, h.seated desc, g.name) as once
    order by agency, name`;
}
