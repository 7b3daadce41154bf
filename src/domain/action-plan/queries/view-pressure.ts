import { addMonths, type Day, dayOf, type Month, monthOf } from "../../kernel/dates.ts";
import { type CapacityReason, enums } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { whereGroup } from "./list-actions.ts";

/** What one agency carries of a forum's plan today, and why it did not do what it was tasked with. */
export type AgencyPressure = { id: string; name: string; open: number; late: number; notDone: number; reasons: Record<CapacityReason, number> };
export type PressureView = { forum: { code: string; name: string }; from: Month; agencies: AgencyPressure[] };

type Row = { id: string; name: string; open: number; late: number; notDone: number } & Record<CapacityReason, number>;

/**
 * Where the agencies of a forum lack the means (rule 13: what is not done has its capacity reason): by agency, how much is open and late today, and how
 * often each reason stood in the way since the first of the month a year ago. For the chair's office of that forum, of the cases open to whoever asks. Null for anybody else.
 */
export const viewPressure = view(async ({ tx, standing, now }, code: string): Promise<PressureView | null> => {
  const offices = standing.appointments.map(({ forumId }) => forumId);
  const [forum] = await tx.$queryRaw<{ id: string; code: string; name: string }[]>`select id, code, name from forums where code = ${code} and id = any(${offices}::uuid[])`;
  if (!forum) return null;
  const today: Day = dayOf(now);
  const from = addMonths(monthOf(today), -12);
  const rows = await tx.$queryRaw<Row[]>`
    with counted as (
      select a.owner_agency_id as agency, ${whereGroup("open", today)} as open, ${whereGroup("overdue", today)} as late,
        case when a.state = 'incomplete' and a.incomplete_kind = 'not_done' then a.capacity_reason end as reason
      from actions a where a.forum_id = ${forum.id}::uuid and (a.ended_at is null or a.ended_at >= (${`${from}-01`}::date)::timestamp at time zone 'Europe/London'))
    select g.id, g.short_name as name, (count(*) filter (where c.open))::int as open, (count(*) filter (where c.late))::int as late, count(c.reason)::int as "notDone",
      (count(*) filter (where c.reason = 'staffing'))::int as staffing, (count(*) filter (where c.reason = 'budget'))::int as budget, (count(*) filter (where c.reason = 'other_priorities'))::int as other_priorities,
      (count(*) filter (where c.reason = 'waiting_on_others'))::int as waiting_on_others, (count(*) filter (where c.reason = 'not_our_power'))::int as not_our_power
    from counted c join agencies g on g.id = c.agency where c.open or c.reason is not null group by g.id, g.short_name order by "notDone" desc, late desc, g.short_name`;
  return {
    forum: { code: forum.code, name: forum.name }, from,
    agencies: rows.map(({ id, name, open, late, notDone, ...reasons }) => ({ id, name, open, late, notDone, reasons: Object.fromEntries(enums.capacity_reason.map((reason) => [reason, reasons[reason]])) as AgencyPressure["reasons"] })),
  };
});
