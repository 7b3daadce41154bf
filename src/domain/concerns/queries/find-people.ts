import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** The chair and the coordinators of a forum on a day: who hears that a concern waits. The deputy hears of it where there is no chair. */
export async function listOffice(tx: Tx, forumId: string, today: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; office: string }[]>`
    select distinct a.person_id as id, a.office::text as office from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
    where a.forum_id = ${forumId}::uuid and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')`;
  const hasChair = rows.some(({ office }) => office === "chair");
  return [...new Set(rows.filter(({ office }) => office !== "deputy" || !hasChair).map(({ id }) => id))];
}

/** The wards that a person is councillor of on a day: none for everybody who isn't one. */
export async function wardsOf(tx: Tx, personId: string, today: Day): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select w.id, w.name from elected_members e join wards w on w.partnership_id = e.partnership_id and w.id = e.ward_id
    where e.person_id = ${personId}::uuid and ${today}::date between e.from_on and coalesce(e.until_on, 'infinity') order by w.name`;
}

export type Councillor = { id: string; name: string };
/** Whoever represents a ward on a day. */
export async function councillorsOf(tx: Tx, wardId: string, today: Day): Promise<Councillor[]> {
  return tx.$queryRaw<Councillor[]>`
    select p.id, concat_ws(' ', p.style, p.name) as name from elected_members e join people p on p.partnership_id = e.partnership_id and p.id = e.person_id and p.left_at is null
    where e.ward_id = ${wardId}::uuid and ${today}::date between e.from_on and coalesce(e.until_on, 'infinity') order by name`;
}

export type WardForum = { wardId: string; ward: string; forumId: string | null; forum: string | null };
/** A ward, and the forum whose chair answers what is raised in it: the case identification meeting of its area. */
export async function forumOf(tx: Tx, wardId: string): Promise<WardForum | undefined> {
  const rows = await tx.$queryRaw<WardForum[]>`
    select w.id as "wardId", w.name as ward, f.id as "forumId", f.name as forum from wards w
      left join forums f on f.partnership_id = w.partnership_id and f.area_id = w.area_id and f.kind = 'cim'
    where w.id = ${wardId}::uuid order by f.code limit 1`;
  return rows[0];
}

/** Every ward with its area, for a form. */
export const listWards = (tx: Tx) => tx.$queryRaw<{ id: string; name: string; area: string }[]>`
  select w.id, w.name, a.name as area from wards w join areas a on a.partnership_id = w.partnership_id and a.id = w.area_id order by a.name, w.name`;
