import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { view } from "../../view.ts";
import { wardsOf } from "./find-people.ts";
import { listOwnConcerns, type OwnConcern } from "./list-concerns.ts";

/** The meeting that covers a councillor's ward, and whom to ask about it: true of every councillor, invited or not. */
export type CoveredWard = { ward: string; forum: string | null; chair: string | null; coordinator: string | null; hasSeat: boolean };
export type ConcernHome = {
  today: Day;
  isCouncillor: boolean;
  wards: CoveredWard[];
  own: OwnConcern[];
  log: OwnConcern[];
  /** For the chair's office: what waits for an answer. */
  waiting: { many: number; oldest: number; late: number; decides: boolean } | null;
};

/** What a home page says of concerns. */
export const viewConcernHome = view(async ({ tx, actor, standing, now }, _: Record<never, never>): Promise<ConcernHome> => {
  const today = dayOf(now);
  const wards = await wardsOf(tx, actor.personId, today);
  const all = await listOwnConcerns(tx, now);
  return {
    today, isCouncillor: wards.length > 0,
    wards: wards.length > 0 ? await listCovered(tx, actor.personId, today) : [],
    own: all.filter(({ raisedOn }) => raisedOn !== null), log: all.filter(({ state }) => state === "logged"),
    waiting: standing.appointments.length > 0 ? await countWaiting(tx, today, standing.appointments.some(({ office }) => office === "chair")) : null,
  };
});

const listCovered = (tx: Tx, personId: string, today: Day) => tx.$queryRaw<CoveredWard[]>`
  select w.name as ward, f.name as forum,
    (select concat_ws(' ', p.style, p.name) from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.office = 'chair' and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity') limit 1) as chair,
    (select concat_ws(' ', p.style, p.name) from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.office = 'coordinator' and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity') order by p.name limit 1) as coordinator,
    coalesce(f.id = any((select app.seats_held())::uuid[]), false) as "hasSeat"
  from elected_members e join wards w on w.partnership_id = e.partnership_id and w.id = e.ward_id
    left join lateral (select o.partnership_id, o.id, o.name from forums o where o.partnership_id = w.partnership_id and o.area_id = w.area_id and o.kind = 'cim' order by o.code limit 1) f on true
  where e.person_id = ${personId}::uuid and ${today}::date between e.from_on and coalesce(e.until_on, 'infinity') order by w.name`;

async function countWaiting(tx: Tx, today: Day, decides: boolean): Promise<ConcernHome["waiting"]> {
  const rows = await tx.$queryRaw<{ many: number; since: Date | null; late: number }[]>`
    select count(*)::int as many, min(raised_at) as since, (count(*) filter (where hear_by < ${today}::date))::int as late from concerns where state = 'raised' and forum_id = any((select app.offices_held())::uuid[])`;
  const { many = 0, since = null, late = 0 } = rows[0] ?? {};
  const from = since ? dayOf(since) : today;
  return { many, late, decides, oldest: workingDaysBetween(from, today, await findBankHolidays(tx, from, today)) };
}
