import type { ConcernAnswerKind, ConcernState, ConcernTried } from "../kernel/enums.ts";

/** What the chair decides of a concern (rules 15 and 24), and the state that it leads to. */
export const decisions = ["taken", "joined", "redirected", "declined", "escalated"] as const satisfies readonly (ConcernAnswerKind & ConcernState)[];
export type Decision = (typeof decisions)[number];
export const isDecided = (state: ConcernState): state is Decision => (decisions as readonly ConcernState[]).includes(state);

/** A concern in the surgery log that was met so often asks to be raised: "if the issue kept reoccurring" (R). */
export const suggestsRaising = (state: ConcernState, times: number): boolean => state === "logged" && times >= 3;
/** It happened more than once: the victim may have a right to a review of how it was handled (2014 Act s.104). */
export const isRepeat = (times: number): boolean => times >= 2;

export type Threshold = { triedLocally: boolean; severalAgencies: boolean; repeats: boolean; highVulnerability: boolean; emergingHotspot: boolean };
/** Rule 16: tried locally first, and one more. The chair decides all the same. */
export const meetsThreshold = ({ triedLocally, ...more }: Threshold): boolean => triedLocally && Object.values(more).some(Boolean);
export const wasTried = (tried: ConcernTried): boolean => tried !== "not_yet";

/** Where a concern stands for whoever raised it: four steps and no more, whatever the case it went to is. */
export type ProgressStep = "received" | "with_meeting" | "action" | "answer";
export const progressSteps = ["received", "with_meeting", "action", "answer"] as const satisfies readonly ProgressStep[];
export type Progress = {
  /** The furthest step reached. */
  step: ProgressStep;
  /** What is said of it: an action agreed or done, a case stepped down. */
  note: "waiting" | "working" | "acted" | "acted_done" | "watched" | "finished" | "redirected" | "declined" | "escalated" | "answered";
};
type Known = { state: ConcernState; actedAt: Date | null; doneAt: Date | null; stage: "open" | "stepped_down" | "closed" | null };
export function progressOf({ state, actedAt, doneAt, stage }: Known): Progress {
  if (state === "answered") return { step: "answer", note: "answered" };
  if (state === "declined") return { step: "answer", note: "declined" };
  if (state === "redirected") return { step: "action", note: "redirected" };
  if (state === "escalated") return { step: "with_meeting", note: "escalated" };
  if (state === "taken" || state === "joined") {
    if (stage === "closed") return { step: "action", note: "finished" };
    if (stage === "stepped_down") return { step: "action", note: "watched" };
    if (doneAt) return { step: "action", note: "acted_done" };
    return actedAt ? { step: "action", note: "acted" } : { step: "with_meeting", note: "working" };
  }
  return { step: "received", note: "waiting" };
}
