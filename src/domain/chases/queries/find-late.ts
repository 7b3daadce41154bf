import { Prisma, type Tx } from "@/platform/db/client.ts";
import { ownerGone } from "../../action-plan/queries/at-the-table.ts";
import { type Day, isDay } from "../../kernel/dates.ts";
import { type ChaseObstacle, mayChaseAgainOn, tellsManagerFrom } from "../rules.ts";

export type LateAction = {
  id: string;
  reference: string;
  caseId: string | null;
  ownerId: string;
  owner: string;
  agency: string;
  due: Day;
  /** Of this owner. */
  chases: number;
  lastOn: Day | null;
  /** Whom the next chase tells as well: from the third on, whoever answers for the agency. */
  manager: { personId: string; name: string } | null;
  obstacle: ChaseObstacle | null;
  againOn: Day | null;
  /** Since when the owner's email comes back. */
  undelivered: boolean;
};

type Row = Omit<LateAction, "obstacle" | "againOn" | "manager"> & { gone: boolean; recused: boolean; managerId: string | null; managerName: string | null };

/** What is late in a forum and not recused from whoever asks, the latest first; of it what was asked for, where something was. */
export async function findLate(tx: Tx, { forumId, today, personId, references }: { forumId: string; today: Day; personId: string; references?: readonly string[] }): Promise<LateAction[]> {
  if (!isDay(today)) throw new Error("not a day");
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.reference, a.case_id as "caseId", a.owner_id as "ownerId", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, a.due_on::text as due, coalesce(k.times, 0)::int as chases, k.last::text as "lastOn",
      ${ownerGone(today)} as gone, a.case_id is not null and app.shut_to(a.owner_id, a.case_id) as recused, b.id as "managerId", concat_ws(' ', b.style, b.name) as "managerName",
      a.owner_id in (select person_id from app.undelivered_people()) as undelivered
    from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
      left join lateral (select count(*) filter (where c.owner_id = a.owner_id) as times, max(c.chased_on) as last from chases c where c.partnership_id = a.partnership_id and c.action_id = a.id) k on true
      left join people b on k.times >= ${tellsManagerFrom - 1} and b.partnership_id = a.partnership_id and b.id = app.manager_for(a.id)
    where a.forum_id = ${forumId}::uuid and a.ended_at is null and a.due_on < ${today}::date and a.state = any('{assigned,accepted,in_progress}'::action_state[])
      and ${references ? Prisma.sql`a.reference = any(${[...references]}::text[])` : Prisma.sql`true`}
    order by a.due_on, a.reference limit 200`;
  return rows.map(({ gone, recused, managerId, managerName, ...row }) => {
    const againOn = row.lastOn && mayChaseAgainOn(row.lastOn);
    const obstacle = gone ? "ownerGone" : recused ? "recused" : row.ownerId === personId ? "own" : againOn && againOn > today ? "tooSoon" : null;
    return { ...row, againOn, obstacle, manager: managerId ? { personId: managerId, name: managerName ?? "" } : null };
  });
}
