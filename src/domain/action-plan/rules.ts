import { addDays, type Day } from "../kernel/dates.ts";
import type { ActionState, IncompleteKind } from "../kernel/enums.ts";
import { type BankHolidays, workingDaysBetween } from "../kernel/working-days.ts";

const beingDone = ["assigned", "accepted", "in_progress"] as const satisfies readonly ActionState[];

type StatusRule = {
  states: readonly ActionState[];
  /** Against today: before it, within seven days, or later. */
  due?: "past" | "soon" | "later";
  kind?: IncompleteKind;
};

/**
 * How an action stands, said in one word for each. Computed and never typed (rule 12), so an action done late is late no longer,
 * and the two kinds of incomplete are never merged (rule 11). The one table: lists filter and count by it, records show it.
 */
export const statusRules = {
  recorded: { states: ["recorded"] },
  overdue: { states: beingDone, due: "past" },
  due_soon: { states: beingDone, due: "soon" },
  on_track: { states: beingDone, due: "later" },
  waiting_for_chair: { states: ["reported_done"] },
  done: { states: ["verified"] },
  circumstances_changed: { states: ["incomplete"], kind: "circumstances_changed" },
  not_done: { states: ["incomplete"], kind: "not_done" },
  declined: { states: ["declined"] },
  cancelled: { states: ["cancelled"] },
} as const satisfies Record<string, StatusRule>;
export type ActionStatus = keyof typeof statusRules;
export const actionStatuses = Object.keys(statusRules) as [ActionStatus, ...ActionStatus[]];

/** States in which nothing more is expected; the database keeps to it that these, and no others, carry the moment they ended. */
export const endedStates = ["verified", "incomplete", "cancelled"] as const satisfies readonly ActionState[];
export const isOver = (state: ActionState): boolean => (endedStates as readonly ActionState[]).includes(state);

export const statusRule = (status: ActionStatus): StatusRule => statusRules[status];

/** Due soon is within seven days, today among them. */
export const soonUntil = (today: Day): Day => addDays(today, 7);

export function statusOf({ state, due, incompleteKind }: { state: ActionState; due: Day; incompleteKind: IncompleteKind | null }, today: Day): ActionStatus {
  const when = due < today ? "past" : due <= soonUntil(today) ? "soon" : "later";
  const found = actionStatuses.find((status) => {
    const rule = statusRule(status);
    return rule.states.includes(state) && (rule.due ?? when) === when && (rule.kind === undefined || rule.kind === incompleteKind);
  });
  if (!found) throw new Error(`no status fits an action that is ${state}`);
  return found;
}

/** An assigned action whose owner has said nothing for five working days is unanswered, not accepted (rule 10). Holidays matter for the month behind today alone: what was assigned before it is unanswered by any calendar. */
export const isUnanswered = (state: ActionState, assignedOn: Day | null, today: Day, holidays: BankHolidays): boolean => {
  if (state !== "assigned" || assignedOn === null) return false;
  return assignedOn < holidaysFrom(today) || workingDaysBetween(assignedOn, today, holidays) >= 5;
};
/** From when holidays are asked for, for what stands above. */
export const holidaysFrom = (today: Day): Day => addDays(today, -30);

/** The first day of the quarter of the year in which a day falls. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}
