import { z } from "zod";
import { isMonth } from "../kernel/dates.ts";
import { choice, id, optionalId, optionalText, reference, text, ticked, version, wholeNumber } from "../kernel/inputs.ts";
import { plannedKinds, rhythms } from "./rules.ts";

/** A forum by its code, as the form carries it. */
const forum = z.string({ error: "This form has changed. Load the page again" }).max(20);
/** "2027-03", a month; or the reference of a meeting. */
const due = z.string({ error: "Select when it is due" }).min(1, { error: "Select when it is due" }).max(40, { error: "Select when it is due" })
  .transform((said): { month: string } | { meeting: string } => (isMonth(said) ? { month: said } : { meeting: reference.parse(said) }));

const report = {
  kind: choice(plannedKinds, "Select whether it is a report or a presentation"),
  /** That it names nobody is for the office to see to: it stands in lists that members read unsigned. */
  title: text({ called: "Title", empty: "Enter a title that names nobody", max: 160 }),
  agencyId: optionalId("Select the agency that presents it, or enter who does"),
  presenter: optionalText({ called: "Who presents it", max: 120 }),
  minutes: wholeNumber({ called: "Minutes", empty: "Enter how many minutes it takes", min: 1, max: 240 }),
  due,
  every: choice(rhythms, "Select how often it is due"),
  restricted: ticked,
};
const isEmpty = (value: unknown) => typeof value !== "string" || value.trim() === "";
/** Somebody presents it: where neither is said, the field for the agency is wrong, and told in its place among the others. */
const presented = <T extends z.ZodType>(shape: T) =>
  z.preprocess((said) => {
    const form = said as { agencyId?: unknown; presenter?: unknown };
    return isEmpty(form.agencyId) && isEmpty(form.presenter) ? { ...form, agencyId: "nobody" } : said;
  }, shape);

export const PlanReportInput = presented(z.strictObject({ forum, ...report }));
export const ChangePlannedInput = presented(z.strictObject({ plannedId: id("Select the report"), version, ...report }));
export const WithdrawPlannedInput = z.strictObject({ plannedId: id("Select the report"), version, reason: text({ called: "Reason", empty: "Enter why it is no longer expected", max: 500 }) });
