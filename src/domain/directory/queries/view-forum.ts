import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { type InOffice, listOffices } from "../../forums/queries/list-offices.ts";
import type { AgencyKind, Capacity, ForumKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type KeptForum = { code: string; name: string; kind: ForumKind; area: string | null; chair: string | null; capacity: Capacity | null; seats: number };

/** The forums as an administrator keeps them; null for anybody else. */
export const listKeptForums = view(async ({ tx, now, may }, _: Record<never, never>): Promise<KeptForum[] | null> => {
  if (!may("directory.keepForums")) return null;
  const today = dayOf(now);
  return tx.$queryRaw<KeptForum[]>`
    select f.code, f.name, f.kind, a.name as area, chair.name as chair, chair.capacity,
      (select count(*)::int from memberships m where m.partnership_id = f.partnership_id and m.forum_id = f.id and ${today}::date between m.from_on and coalesce(m.until_on, 'infinity')) as seats
    from forums f left join areas a on a.partnership_id = f.partnership_id and a.id = f.area_id
      left join lateral (select concat_ws(' ', p.style, p.name) as name, o.capacity from appointments o join people p on p.partnership_id = o.partnership_id and p.id = o.person_id
        where o.partnership_id = f.partnership_id and o.forum_id = f.id and o.office = 'chair' and ${today}::date between o.from_on and coalesce(o.until_on, 'infinity')) chair on true
    order by f.name`;
});

export type Seated = { personId: string; name: string; agency: string; represents: string | null; commits: boolean; core: boolean; namedContact: boolean; from: Day; until: Day | null };
export type Terms = { version: number; from: Day; purpose: string; limitMinutes: number; admitsElectedMembers: boolean; quorum: number | null; requiredRoles: AgencyKind[] };
export type ViewedForum = {
  code: string;
  name: string;
  kind: ForumKind;
  area: { id: string; name: string } | null;
  version: number;
  today: Day;
  /** In force and to come, by office. */
  offices: InOffice[];
  seats: Seated[];
  /** The newest first; the first of them that is adopted by today is in force. */
  terms: Terms[];
};

/** One forum with its offices, seats and terms of reference, for an administrator; null for anybody else. */
export const viewForum = view(async ({ tx, now, may }, code: string): Promise<ViewedForum | null> => {
  if (!may("directory.keepForums")) return null;
  const today = dayOf(now);
  const rows = await tx.$queryRaw<(Pick<ViewedForum, "code" | "name" | "kind" | "area" | "version"> & { id: string })[]>`
    select f.id, f.code, f.name, f.kind, f.version, case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as area
    from forums f left join areas a on a.partnership_id = f.partnership_id and a.id = f.area_id where f.code = ${code}`;
  const found = rows[0];
  if (!found) return null;
  const { id, ...forum } = found;
  return { ...forum, today, offices: await listOffices(tx, id, today), seats: await listSeated(tx, id, today), terms: await listTerms(tx, id) };
});

const stillToBeHeld = (today: Day) => Prisma.sql`coalesce(h.until_on, 'infinity') >= greatest(${today}::date, h.from_on)`;

const listSeated = (tx: Tx, forumId: string, today: Day): Promise<Seated[]> => tx.$queryRaw<Seated[]>`
  select h.person_id as "personId", concat_ws(' ', p.style, p.name) as name, g.name as agency, h.represents, h.commits, h.core, h.named_contact as "namedContact", h.from_on::text as from, h.until_on::text as until
  from memberships h join people p on p.partnership_id = h.partnership_id and p.id = h.person_id join agencies g on g.partnership_id = h.partnership_id and g.id = h.agency_id
  where h.forum_id = ${forumId}::uuid and ${stillToBeHeld(today)} order by g.name, p.name, h.from_on`;

export const listTerms = (tx: Tx, forumId: string): Promise<Terms[]> => tx.$queryRaw<Terms[]>`
  select version, adopted_on::text as from, purpose, limit_minutes as "limitMinutes", admits_elected_members as "admitsElectedMembers", quorum,
    array(select r.agency_kind::text from required_roles r where r.partnership_id = t.partnership_id and r.forum_id = t.forum_id and t.adopted_on between r.from_on and coalesce(r.until_on, 'infinity') order by r.agency_kind) as "requiredRoles"
  from terms_of_reference t where forum_id = ${forumId}::uuid order by version desc`;
