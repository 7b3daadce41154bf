import { addDays, type Day } from "../kernel/dates.ts";
import { wrongField } from "../kernel/outcome.ts";

/** What somebody holds, from its first day to its last; no last day while nobody knows. */
export type Span = { from: Day; until: Day | null };

/** What ends at once had yesterday as its last day, so that it is over at the next click; what had not begun before today never came to be. */
export const lastDayAtOnce = (from: Day, today: Day): Day => addDays(from < today ? today : from, -1);

/** Ended before it began. */
export const neverCameToBe = ({ from, until }: Span): boolean => until !== null && until < from;
export const isOver = ({ until }: Span, today: Day): boolean => until !== null && until < today;
export type Phase = "now" | "later" | "over";
export const phaseOf = (span: Span, today: Day): Phase => (isOver(span, today) || neverCameToBe(span) ? "over" : span.from > today ? "later" : "now");

/** An invitation to make an account works for seven days. */
export const invitationDays = 7;

/** A last day is not before the first. */
export function checkLastDay({ from, until }: Span): void {
  if (until !== null && until < from) wrongField("until", "Last day must be on or after the first day");
}

/** What is given begins today or later: who held what on a day that is past is history. */
export function checkSpan(span: Span, today: Day): void {
  if (span.from < today) wrongField("from", "First day must be today or in the future");
  checkLastDay(span);
}
