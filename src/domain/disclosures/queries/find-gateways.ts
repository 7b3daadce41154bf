import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { GatewayAnswer, Party } from "../rules.ts";

/** The answers that stand on a day, with the kinds of agency they reach on it. */
export const listAnswers = (tx: Tx, today: Day): Promise<GatewayAnswer[]> => tx.$queryRaw<GatewayAnswer[]>`
  select r.id, r.part::text as part, r.name, r.plain, r.checked, r.law_enforcement_only as "lawEnforcementOnly", r.any_recipient as "anyRecipient",
    array(select distinct x.agency_kind::text from gateway_recipients x where x.partnership_id = r.partnership_id and x.row_id = r.id
      and ${today}::date between x.from_on and coalesce(x.until_on, 'infinity') order by 1) as kinds
  from gateway_rows r where ${today}::date between r.from_on and coalesce(r.until_on, 'infinity') order by r.part, r.from_on, r.name`;

/** The agencies with a seat on a forum today: those round its table. */
export const listTable = (tx: Tx, forumId: string, today: Day): Promise<Party[]> => tx.$queryRaw<Party[]>`
  select g.id, g.name, g.kind::text as kind from agencies g
  where exists (select 1 from memberships m where m.partnership_id = g.partnership_id and m.agency_id = g.id and m.forum_id = ${forumId}::uuid and ${today}::date between m.from_on and coalesce(m.until_on, 'infinity'))
  order by g.name`;

export type WorkedCase = { id: string; forumId: string; reference: string; stage: string; worksOnCase: boolean; agency: Party };

/** A case with the actor's own agency, which is whom they speak for; out of sight reads as not there. */
export async function findWorkedCase(tx: Tx, reference: string): Promise<WorkedCase | undefined> {
  const rows = await tx.$queryRaw<WorkedCase[]>`
    select c.id, c.forum_id as "forumId", c.reference, c.stage::text as stage, app.works_on_case(c.id) as "worksOnCase", jsonb_build_object('id', g.id, 'name', g.name, 'kind', g.kind) as agency
    from cases c join people p on p.partnership_id = c.partnership_id and p.id = app.person() join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where c.reference = ${reference} and c.id <> all((select app.shut_cases())::uuid[])`;
  return rows[0];
}

/** One agency as the gateways know it. */
export async function findParty(tx: Tx, agencyId: string): Promise<Party | undefined> {
  const rows = await tx.$queryRaw<Party[]>`select id, name, kind::text as kind from agencies where id = ${agencyId}::uuid`;
  return rows[0];
}
