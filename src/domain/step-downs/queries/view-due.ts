import { type Day, dayOf, daysBetween } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { daysLate, nextCheck } from "../rules.ts";

export type DueCheck = { reference: string; title: string; due: Day; daysLate: number; until: Day };
export type StepDownAttention = { kind: "toSign" | "watchOver" | "checkLate"; reference: string; agency: string | null; on: Day };
export type DueView = { today: Day; checks: DueCheck[]; attention: StepDownAttention[] };

/** So many days before it is due, a check stands on the home of the agency that keeps watch. */
const daysAhead = 14;

/** What step-downs ask of this person: to look in, for the agency that keeps watch; to sign, to close and to ask after a watch, for the chair's office. */
export const viewDue = view(async ({ tx, standing, now }, _: Record<never, never>): Promise<DueView> => {
  const today = dayOf(now);
  const offices = [...new Set(standing.appointments.map(({ forumId }) => forumId))];
  if (offices.length + standing.memberships.length === 0) return { today, checks: [], attention: [] };
  const rows = await tx.$queryRaw<{ reference: string; title: string; forumId: string; leadAgencyId: string | null; agency: string | null; signedOn: Day | null; begunOn: Day; until: Day | null; watchMonths: number; checkMonths: number; lastCheck: Day | null }[]>`
    select c.reference, t.title, c.forum_id as "forumId", s.lead_agency_id as "leadAgencyId", g.short_name as agency, (s.signed_at at time zone 'Europe/London')::date::text as "signedOn", (s.begun_at at time zone 'Europe/London')::date::text as "begunOn",
      s.watch_until::text as until, s.watch_months::int as "watchMonths", s.check_months::int as "checkMonths",
      (select (max(k.checked_at) at time zone 'Europe/London')::date::text from watch_checks k where k.partnership_id = s.partnership_id and k.step_down_id = s.id) as "lastCheck"
    from step_downs s join cases c on c.partnership_id = s.partnership_id and c.id = s.case_id join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      left join agencies g on g.partnership_id = s.partnership_id and g.id = s.lead_agency_id
    where s.ended_at is null and s.forum_id = any((select app.forums_seen())::uuid[]) order by c.reference`;
  const checks: DueCheck[] = [];
  const attention: StepDownAttention[] = [];
  for (const { reference, title, forumId, leadAgencyId, agency, signedOn, begunOn, until, watchMonths, checkMonths, lastCheck } of rows) {
    const serves = offices.includes(forumId);
    if (!signedOn || !until) {
      if (serves) attention.push({ kind: "toSign", reference, agency: null, on: begunOn });
      continue;
    }
    if (serves && until < today) attention.push({ kind: "watchOver", reference, agency, on: until });
    const due = nextCheck(signedOn, { watchMonths, checkMonths }, lastCheck);
    if (due === null) continue;
    const keeps = standing.memberships.some((seat) => seat.forumId === forumId && seat.agencyId === leadAgencyId);
    if (keeps && daysBetween(today, due) <= daysAhead) checks.push({ reference, title, due, daysLate: daysLate(due, today), until });
    else if (serves && due < today) attention.push({ kind: "checkLate", reference, agency, on: due });
  }
  return { today, checks: checks.toSorted((a, b) => (a.due < b.due ? -1 : 1)), attention };
});
