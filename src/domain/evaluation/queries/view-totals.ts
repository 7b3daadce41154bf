import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { addMonths, dayOf, type Month, monthOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import type { TotalsPeriod } from "../inputs.ts";

/** What is counted of a forum, by what it is about (domain, section 4, as far as it is kept by now). Days of concerns and referrals are working days, those of escalations days of the calendar. */
export const measures = {
  concerns: ["concerns_raised", "concerns_taken", "concerns_redirected", "concerns_declined", "concerns_escalated", "concerns_late", "concerns_days", "concerns_told"],
  referrals: ["referrals_raised", "referrals_taken", "referrals_redirected", "referrals_declined", "referrals_late", "referrals_days"],
  cases: ["meetings_held", "cases_taken", "cases_open", "cases_closed", "cases_stepped_down", "cases_returned", "cases_repeated"],
  actions: ["actions_tasked", "actions_verified", "actions_circumstances_changed", "actions_not_done"],
  escalations: ["escalations_sent", "escalations_late", "escalations_answered", "days_to_listed", "days_to_answer"],
} as const;
export type MeasureGroup = keyof typeof measures;
export type Measure = (typeof measures)[MeasureGroup][number];
export const measureGroups = Object.keys(measures) as MeasureGroup[];

/** A count that points at nobody: null where it is fewer than 5, which is withheld. */
export type ForumTotals = { forum: string; totals: Record<Measure, number | "none" | null> };
export type TotalsView = {
  from: Month;
  until: Month;
  /** Those that may be chosen: over, the newest first. */
  months: Month[];
  forums: ForumTotals[];
};

/** How far back the form offers. */
const offered = 36;

/**
 * The evaluator's totals by forum for a period, without particulars, those under 5 withheld by the database. Null for anybody else. The period is
 * whole months that are over, by the database too: two periods a day apart, or one asked on two days, would tell what a single day held.
 */
export const viewTotals = view(async ({ tx, now, may }, period: TotalsPeriod): Promise<TotalsView | null> => {
  if (!may("evaluation.read")) return null;
  const last = addMonths(monthOf(dayOf(now)), -1);
  const until = period.until !== null && period.until < last ? period.until : last;
  const from = period.from === null ? addMonths(until, -11) : period.from < until ? period.from : until;
  const months = Array.from({ length: offered }, (_, back) => addMonths(last, -back));
  const holidays = [...(await findBankHolidays(tx, `${from}-01`, dayOf(now))).keys()];
  const rows = await tx.$queryRaw<{ forum: string; measure: Measure; total: number | null }[]>`
    select forum, measure, total from app.evaluation_totals(${`${from}-01`}::date, ${`${until}-01`}::date) union all select forum, measure, total from app.escalation_totals(${`${from}-01`}::date, ${`${until}-01`}::date)
    union all select forum, measure, total from app.heard_totals(${`${from}-01`}::date, ${`${until}-01`}::date, ${holidays}::date[])`;
  const names = [...new Set(rows.map(({ forum }) => forum))].sort((a, b) => a.localeCompare(b, "en-GB"));
  const totalOf = (forum: string, measure: Measure) => {
    const row = rows.find((one) => one.forum === forum && one.measure === measure);
    // where nothing was answered there are no days to count
    if (row && row.total === null) return "none";
    const found = row?.total ?? 0;
    return found < 0 ? null : found;
  };
  return { from, until, months: [...new Set([...months, until, from])], forums: names.map((forum) => ({ forum, totals: Object.fromEntries(Object.values(measures).flat().map((measure) => [measure, totalOf(forum, measure)])) as ForumTotals["totals"] })) };
});
