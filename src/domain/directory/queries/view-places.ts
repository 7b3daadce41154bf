import type { AgencyKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type KeptAgency = { id: string; name: string; shortName: string; kind: AgencyKind; version: number; people: number; leadId: string | null; lead: string | null };

/** The agencies and how many people of each are here, for an administrator; null for anybody else. */
export const listAgencies = view(async ({ tx, may }, _: Record<never, never>): Promise<KeptAgency[] | null> => {
  if (!may("directory.keepForums")) return null;
  return tx.$queryRaw<KeptAgency[]>`
    select g.id, g.name, g.short_name as "shortName", g.kind, g.version, (select count(*)::int from people p where p.partnership_id = g.partnership_id and p.agency_id = g.id and p.left_at is null) as people,
      g.lead_id as "leadId", (select concat_ws(' ', p.style, p.name) from people p where p.partnership_id = g.partnership_id and p.id = g.lead_id and p.left_at is null) as lead
    from agencies g order by g.name`;
});

/** Who is at an agency, for an administrator's choice of who answers for it; none for anybody else. */
export const listAgencyPeople = view(async ({ tx, may }, agencyId: string): Promise<{ id: string; name: string }[]> =>
  may("directory.keepForums") ? tx.$queryRaw`select p.id, concat_ws(' ', p.style, p.name) as name from people p where p.agency_id = ${agencyId}::uuid and p.left_at is null order by p.name` : []);

export type KeptPlace = { id: string; name: string; version: number };
export type KeptArea = KeptPlace & { wards: KeptPlace[] };

/** The areas with their wards, for an administrator; null for anybody else. */
export const listAreas = view(async ({ tx, may }, _: Record<never, never>): Promise<KeptArea[] | null> => {
  if (!may("directory.keepForums")) return null;
  const place = { select: { id: true, name: true, version: true }, orderBy: { name: "asc" } } as const;
  return tx.area.findMany({ select: { ...place.select, wards: place }, orderBy: place.orderBy });
});
