import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Actor, Standing } from "../../kernel/actor.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { can } from "../../kernel/policy.ts";
import { view } from "../../view.ts";

/** How a purpose stands today: it waits for a second person, is agreed and yet to begin, is open, or is over. */
export type PurposeStatus = "waiting" | "agreed" | "open" | "over";
export type CasePurpose = {
  id: string;
  case: string;
  forum: string;
  by: string;
  purpose: string;
  from: Day;
  until: Day;
  askedAt: Date;
  agreedBy: string | null;
  status: PurposeStatus;
  /** The reader may be the second person. */
  mayAgree: boolean;
};

type Reader = { actor: Actor; standing: Standing; today: Day };
type Row = Omit<CasePurpose, "status" | "mayAgree"> & { forumId: string; personId: string; chairRecused: boolean };

/** Why information governance opens cases: of one case those that aren't over, or the newest of all. */
export async function listPurposes(tx: Tx, { actor, standing, today }: Reader, caseId: string | null): Promise<CasePurpose[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select g.id, g.forum_id as "forumId", g.person_id as "personId", c.reference as case, f.name as forum, concat_ws(' ', p.style, p.name) as by, g.purpose, g.from_on::text as from, g.until_on::text as until, g.asked_at as "askedAt",
      (select concat_ws(' ', s.style, s.name) from governance_agreements a join people s on s.partnership_id = a.partnership_id and s.id = a.agreed_by_id where a.partnership_id = g.partnership_id and a.purpose_id = g.id) as "agreedBy",
      coalesce(app.chair_recused_from(g.case_id), false) as "chairRecused"
    from governance_purposes g join cases c on c.partnership_id = g.partnership_id and c.id = g.case_id join forums f on f.partnership_id = g.partnership_id and f.id = g.forum_id
      join people p on p.partnership_id = g.partnership_id and p.id = g.person_id
    where ${caseId ? Prisma.sql`g.case_id = ${caseId}::uuid and g.until_on >= ${today}::date` : Prisma.sql`true`} order by g.asked_at desc limit 100`;
  return rows.map(({ forumId, personId, chairRecused, ...row }) => {
    const status = statusOf(row, today);
    return { ...row, status, mayAgree: status === "waiting" && personId !== actor.personId && can(standing, "purpose.agree", { forumId, chairRecused }) };
  });
}

function statusOf({ from, until, agreedBy }: Pick<Row, "from" | "until" | "agreedBy">, today: Day): PurposeStatus {
  if (until < today) return "over";
  if (agreedBy === null) return "waiting";
  return today < from ? "agreed" : "open";
}

/** Every purpose of the partnership, for information governance; null for anybody else. `wanted` is the case that the form begins with. */
export const viewPurposes = view(async ({ tx, actor, standing, now, may }, wanted: string | null) => {
  if (!may("purpose.ask")) return null;
  const today = dayOf(now);
  const [found] = wanted === null ? [] : await tx.$queryRaw<{ reference: string }[]>`select reference from cases where reference = ${wanted}`;
  return { today, purposes: await listPurposes(tx, { actor, standing, today }, null), wanted: found?.reference ?? null };
});
export type PurposesView = NonNullable<Awaited<ReturnType<typeof viewPurposes>>>;
