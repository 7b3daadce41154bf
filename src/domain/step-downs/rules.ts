import { addMonths, asDate, type Day, dayOf, daysBetween, fromDate, monthOf } from "../kernel/dates.ts";

/** Rule 22: a watch of so many months. */
export const watchLengths = [3, 6, 12] as const;
export type WatchMonths = (typeof watchLengths)[number];
/** So long the chair may take a step-down back. */
export const undoDays = 14;

/** The same day so many months later; where that month is shorter, its last day: a year after 29 February is 28 February. */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const last = fromDate(new Date(asDate(`${addMonths(month, 1)}-01`).getTime() - 86_400_000));
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

/** The last day of a watch that began on a day; it is over from the day after. */
export const watchUntil = (from: Day, months: number): Day => monthsLater(from, months);
export const isOver = (until: Day, today: Day): boolean => until < today;

/** Days on which the agency that keeps watch looks in: every so many months, the last of them the last day of the watch. */
export const checkDays = (from: Day, { watchMonths, checkMonths }: { watchMonths: number; checkMonths: number }): Day[] =>
  Array.from({ length: Math.floor(watchMonths / checkMonths) }, (_, index) => monthsLater(from, (index + 1) * checkMonths));

/** When it is next to look in: the first of those days after the last time it did. Null where it has, for the last time. */
export const nextCheck = (from: Day, every: { watchMonths: number; checkMonths: number }, last: Day | null): Day | null => checkDays(from, every).find((day) => day > (last ?? from)) ?? null;

/** Whether a case that came back counts as a repeat: within twelve months of the day it was stepped down. */
export const isRepeat = (signedOn: Day, returnedOn: Day): boolean => returnedOn <= monthsLater(signedOn, 12);

/** Whether a step-down can still be undone: within fourteen days to the moment. */
export const mayUndo = (signedAt: Date, now: Date): boolean => now.getTime() < signedAt.getTime() + undoDays * 86_400_000;
/** The last day on which it surely can. */
export const undoUntil = (signedAt: Date): Day => dayOf(new Date(signedAt.getTime() + undoDays * 86_400_000 - 1));

/** Where a step-down stands. */
export type StepDownStanding = "preparing" | "watching" | "over" | "dropped" | "undone" | "returned" | "closed";
export function standingOf({ signedAt, lastDay: until, end }: { signedAt: Date | null; lastDay: Day | null; end: "dropped" | "undone" | "returned" | "closed" | null }, today: Day): StepDownStanding {
  if (end) return end;
  if (!signedAt || !until) return "preparing";
  return isOver(until, today) ? "over" : "watching";
}

/** What a step-down still lacks before the chair can sign it (rules 22 and 23); each is a step of the wizard. */
export const stepDownParts = ["actions", "assessment", "risk", "watch", "telling"] as const;
export type StepDownPart = (typeof stepDownParts)[number];
export type Prepared = {
  openActions: number;
  rescored: boolean;
  changed: string | null;
  evidence: string | null;
  voice: string | null;
  voiceMissing: string | null;
  leadAgencyId: string | null;
  watchMonths: number | null;
  checkMonths: number | null;
  returnTrigger: string | null;
  raiserToldById: string | null;
  raiserNotTold: string | null;
  victimToldById: string | null;
  victimNotTold: string | null;
  tellable: string | null;
};
export function lackingIn(prepared: Prepared): StepDownPart[] {
  const has = (value: string | number | null) => value !== null;
  const { openActions, rescored, changed, evidence, voice, voiceMissing, leadAgencyId, watchMonths, checkMonths, returnTrigger, raiserToldById, raiserNotTold, victimToldById, victimNotTold, tellable } = prepared;
  const done: Record<StepDownPart, boolean> = {
    actions: openActions === 0,
    assessment: has(changed) && has(evidence) && has(voice) !== has(voiceMissing),
    risk: rescored,
    watch: has(leadAgencyId) && has(watchMonths) && has(checkMonths) && has(returnTrigger),
    telling: has(raiserToldById) !== has(raiserNotTold) && has(victimToldById) !== has(victimNotTold) && (has(tellable) || !(has(raiserToldById) || has(victimToldById))),
  };
  return stepDownParts.filter((part) => !done[part]);
}

/** Days that a check is late; none where it isn't. */
export const daysLate = (due: Day | null, today: Day): number => (due === null ? 0 : Math.max(0, daysBetween(due, today)));
