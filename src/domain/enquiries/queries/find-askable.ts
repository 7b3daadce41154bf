import type { Tx } from "@/platform/db/client.ts";
import type { AgencyKind } from "../../kernel/enums.ts";

/** Somebody who can be asked. `signsIn`: else a one-time link goes to them. */
export type Askable = { id: string; name: string; post: string | null; agencyId: string; agency: string; agencyKind: AgencyKind; signsIn: boolean; recused: boolean };

/** Those who neither sit on a forum nor serve it: whoever does is asked at its table. */
export const findAskable = (tx: Tx, { forumId, caseId }: { forumId: string; caseId: string }): Promise<Askable[]> => tx.$queryRaw<Askable[]>`
  select p.id, concat_ws(' ', p.style, p.name) as name, p.post, g.id as "agencyId", g.name as agency, g.kind as "agencyKind", app.has_account(p.id) as "signsIn", app.shut_to(p.id, ${caseId}::uuid) as recused
  from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
  where p.left_at is null
    and not exists (select 1 from memberships m where m.partnership_id = p.partnership_id and m.forum_id = ${forumId}::uuid and m.person_id = p.id and app.today() between m.from_on and coalesce(m.until_on, 'infinity'))
    and not exists (select 1 from appointments a where a.partnership_id = p.partnership_id and a.forum_id = ${forumId}::uuid and a.person_id = p.id and app.today() between a.from_on and coalesce(a.until_on, 'infinity'))
    and not exists (select 1 from partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and app.today() between o.from_on and coalesce(o.until_on, 'infinity'))
  order by g.name, p.name limit 500`;

/** Who hears of the answer: whoever asked, while they serve the forum; after that its chair and coordinators. */
export async function listHearers(tx: Tx, { forumId, askedById }: { forumId: string; askedById: string }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ personId: string; office: string }[]>`
    select a.person_id as "personId", a.office::text as office from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
    where a.forum_id = ${forumId}::uuid and app.today() between a.from_on and coalesce(a.until_on, 'infinity')`;
  if (rows.some(({ personId }) => personId === askedById)) return [askedById];
  return [...new Set(rows.filter(({ office }) => office !== "deputy").map(({ personId }) => personId))];
}
