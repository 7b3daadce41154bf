import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { Capacity, Office, PartnershipOfficeKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import type { AccountState, HoldingKind } from "../inputs.ts";
import { type Phase, phaseOf } from "../rules.ts";
import { accountState } from "./account-state.ts";
import { countOpenActions, type OpenActions } from "./count-open-actions.ts";

/** An appointment, a seat, an office of the partnership or a ward. */
export type Holding = {
  kind: HoldingKind;
  id: string;
  version: number;
  from: Day;
  until: Day | null;
  phase: Phase;
  forum: { code: string; name: string } | null;
  office: Office | null;
  capacity: Capacity | null;
  partnershipOffice: PartnershipOfficeKind | null;
  ward: string | null;
  seat: { agency: string; represents: string | null; commits: boolean; core: boolean; namedContact: boolean } | null;
};

export type ViewedPerson = {
  id: string;
  version: number;
  name: string;
  style: string | null;
  post: string;
  email: string;
  agency: { id: string; name: string };
  leftAt: Date | null;
  isSelf: boolean;
  today: Day;
  account: { state: AccountState; invitedAt: Date | null; invitationEndsAt: Date | null; openedAt: Date | null; organisation: boolean };
  holdings: Holding[];
  openActions: OpenActions[];
};

type Row = Omit<ViewedPerson, "isSelf" | "today" | "account" | "holdings" | "openActions"> & ViewedPerson["account"];

/** One person as an administrator keeps them: what they hold, how their account stands, and how much they still have to do; null for anybody else, and for somebody who isn't there. */
export const viewPerson = view(async ({ tx, actor, now, may }, personId: string): Promise<ViewedPerson | null> => {
  if (!may("directory.keepPeople")) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.version, p.name, p.style, p.post, p.email, jsonb_build_object('id', g.id, 'name', g.name) as agency, p.left_at as "leftAt", ${accountState(now)} as state,
      l.made_at as "invitedAt", l.ends_at as "invitationEndsAt", (select c.set_at from credentials c where c.person_id = p.id) as "openedAt", exists (select 1 from identities i where i.person_id = p.id) as organisation
    from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
      left join lateral (select made_at, ends_at from one_time_links o where o.person_id = p.id and o.purpose = 'account_invitation' order by o.made_at desc limit 1) l on true
    where p.id = ${personId}::uuid`;
  const row = rows[0];
  if (!row) return null;
  const { state, invitedAt, invitationEndsAt, openedAt, organisation, ...person } = row;
  const today = dayOf(now);
  return {
    ...person,
    isSelf: personId === actor.personId,
    today,
    account: { state, invitedAt, invitationEndsAt, openedAt, organisation },
    holdings: await listHoldings(tx, personId, today),
    openActions: await countOpenActions(tx, personId),
  };
});

/** What somebody holds, held and is to hold: by kind and forum, the newest first. */
async function listHoldings(tx: Tx, personId: string, today: Day): Promise<Holding[]> {
  const forum = Prisma.sql`jsonb_build_object('code', f.code, 'name', f.name)`;
  const rows = await tx.$queryRaw<Omit<Holding, "phase">[]>`
    select * from (
      select 'appointment' as kind, h.id, h.version, h.from_on::text as from, h.until_on::text as until, ${forum} as forum, h.office::text as office, h.capacity::text as capacity, null as "partnershipOffice", null as ward, null::jsonb as seat
        from appointments h join forums f on f.partnership_id = h.partnership_id and f.id = h.forum_id where h.person_id = ${personId}::uuid
      union all
      select 'seat', h.id, h.version, h.from_on::text, h.until_on::text, ${forum}, null, null, null, null,
          jsonb_build_object('agency', g.short_name, 'represents', h.represents, 'commits', h.commits, 'core', h.core, 'namedContact', h.named_contact)
        from memberships h join forums f on f.partnership_id = h.partnership_id and f.id = h.forum_id join agencies g on g.partnership_id = h.partnership_id and g.id = h.agency_id where h.person_id = ${personId}::uuid
      union all
      select 'office', h.id, h.version, h.from_on::text, h.until_on::text, null, null, null, h.office::text, null, null from partnership_offices h where h.person_id = ${personId}::uuid
      union all
      select 'ward', h.id, h.version, h.from_on::text, h.until_on::text, null, null, null, null, w.name, null
        from elected_members h join wards w on w.partnership_id = h.partnership_id and w.id = h.ward_id where h.person_id = ${personId}::uuid) held
    order by array_position(array['appointment', 'seat', 'office', 'ward'], held.kind), held.forum ->> 'name', held.from desc, held.id`;
  return rows.map((row) => ({ ...row, phase: phaseOf(row, today) }));
}
