import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import { monthsBetween } from "../rules.ts";

/** At how many meetings a case was discussed, over how many months, and how many of them since an action on it was last verified. */
export type GoingRound = { discussed: number; months: number; sinceVerified: number; isGoing: boolean };

/** Rule 21: after three meetings with no verified action, or six months open, a case isn't carried on without somebody saying why. */
export const goesRound = ({ sinceVerified, months }: Pick<GoingRound, "sinceVerified" | "months">): boolean => sinceVerified >= 3 || months >= 6;

/** The open cases in sight that go round, as `goesRound` says, found for many at once. */
export const casesGoingRound = (today: Day): Prisma.Sql => Prisma.sql`
  select c.id from cases c where c.stage = 'open' and (c.opened_on + interval '6 months' <= ${today}::date or 3 <= (
    select count(*) from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.partnership_id = c.partnership_id and i.case_id = c.id and m.closed_at is not null and i.decision is distinct from 'defer'
      and m.starts_at > coalesce((select max(v.ended_at) from actions v where v.partnership_id = c.partnership_id and v.case_id = c.id and v.state = 'verified'), '-infinity')))`;

/** How long these cases have been going round by the meetings that are over, by the case; a meeting that put one off did not discuss it. */
export async function readGoingRound(tx: Tx, caseIds: readonly string[]): Promise<Map<string, GoingRound>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; openedOn: Day; today: Day; discussed: number; sinceVerified: number }[]>`
    select c.id, c.opened_on::text as "openedOn", app.today()::text as today, count(h.item_id)::int as discussed, (count(h.item_id) filter (where h.starts_at > coalesce(v.at, '-infinity')))::int as "sinceVerified"
    from cases c left join lateral app.meetings_of_case(c.id) h on h.closed_at is not null and h.decision is distinct from 'defer'
      left join lateral (select max(a.ended_at) as at from actions a where a.partnership_id = c.partnership_id and a.case_id = c.id and a.state = 'verified') v on true
    where c.id = any(${[...caseIds]}::uuid[]) group by c.id, c.opened_on`;
  return new Map(
    rows.map(({ id, openedOn, today, ...counted }) => {
      const months = monthsBetween(openedOn, today);
      return [id, { ...counted, months, isGoing: goesRound({ ...counted, months }) }];
    }),
  );
}
