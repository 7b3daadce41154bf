import type { Day } from "../kernel/dates.ts";
import type { ActionState } from "../kernel/enums.ts";

/** What became of the actions of a plan from one version to the next, in the order in which a meeting hears of it. */
export const planSections = ["done", "ended", "fresh", "changed", "late", "open"] as const;
export type PlanSection = (typeof planSections)[number];

type Stood = { state: ActionState; due: Day; ownerId: string };

/** Where an action stands in a comparison: each once. `day`: when the later version was published. */
export function sectionOf(now: Stood, before: Stood | null, day: Day): PlanSection {
  if (now.state === "verified") return "done";
  if (now.state === "incomplete" || now.state === "cancelled") return "ended";
  if (before === null) return "fresh";
  if (before.due !== now.due || before.ownerId !== now.ownerId) return "changed";
  return now.due < day && now.state !== "reported_done" ? "late" : "open";
}
