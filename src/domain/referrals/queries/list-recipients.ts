import type { Tx } from "@/platform/db/client.ts";
import type { AgencyKind } from "../../kernel/enums.ts";

export type RecipientAgency = {
  id: string;
  name: string;
  kind: AgencyKind;
  /** Of the chair's office, which reads the referral first. */
  isOffice: boolean;
};

/** To whom a referral may go: the other agencies round the table of its forum today, and those of its chair's office. */
export const listRecipients = (tx: Tx, forumId: string, ownAgencyId: string): Promise<RecipientAgency[]> => tx.$queryRaw<RecipientAgency[]>`
  select g.id, g.name, g.kind::text as kind, exists (select 1 from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
      where a.partnership_id = g.partnership_id and a.forum_id = ${forumId}::uuid and p.agency_id = g.id and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) as "isOffice"
  from agencies g
  where g.id <> ${ownAgencyId}::uuid and (
    exists (select 1 from memberships m where m.partnership_id = g.partnership_id and m.agency_id = g.id and m.forum_id = ${forumId}::uuid and app.today() between m.from_on and coalesce(m.until_on, 'infinity'))
    or exists (select 1 from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
      where a.partnership_id = g.partnership_id and a.forum_id = ${forumId}::uuid and p.agency_id = g.id and app.today() between a.from_on and coalesce(a.until_on, 'infinity')))
  order by "isOffice" desc, g.name`;
