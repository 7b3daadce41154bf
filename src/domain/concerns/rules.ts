import type { ConcernAnswerKind, ConcernState, ConcernTried } from "../kernel/enums.ts";

/** So many working days until whoever raised a concern hears of it. */
export const answerWithin = 5;

/** What the chair decides of a concern (rule 15), and the state that it leads to. */
export const decisions = ["taken", "joined", "redirected", "declined"] as const satisfies readonly (ConcernAnswerKind & ConcernState)[];
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
  note: "waiting" | "working" | "acted" | "acted_done" | "watched" | "finished" | "redirected" | "declined" | "answered";
};
type Known = { state: ConcernState; actedAt: Date | null; doneAt: Date | null; stage: "open" | "stepped_down" | "closed" | null };
export function progressOf({ state, actedAt, doneAt, stage }: Known): Progress {
  if (state === "answered") return { step: "answer", note: "answered" };
  if (state === "declined") return { step: "answer", note: "declined" };
  if (state === "redirected") return { step: "action", note: "redirected" };
  if (state === "taken" || state === "joined") {
    if (stage === "closed") return { step: "action", note: "finished" };
    if (stage === "stepped_down") return { step: "action", note: "watched" };
    if (doneAt) return { step: "action", note: "acted_done" };
    return actedAt ? { step: "action", note: "acted" } : { step: "with_meeting", note: "working" };
  }
  return { step: "received", note: "waiting" };
}

const now = "(?:now|right now|at the moment|as we speak|tonight)";
/** Words that speak of somebody in danger at this moment. Rather once too often: the words are kept and the person goes on. */
const dangers = [
  /\b(?:in|at) (?:immediate|imminent|serious|grave) (?:danger|risk)\b/i,
  /\bimmediate (?:danger|risk|threat)\b/i,
  /\b(?:life|lives) (?:is|are|at|in) (?:at |in )?(?:risk|danger)\b/i,
  /\b(?:afraid|fear(?:s|ing|ful)?|scared|frightened|worried) (?:for|of losing) (?:his|her|their|my|your|its) (?:own )?(?:life|lives|safety)\b/i,
  /\b(?:going|threaten(?:s|ed|ing)?|threats?|wants?|tried|trying|plans?|planning) to (?:kill|stab|shoot|murder|rape|burn|hang|hurt)\b/i,
  /\b(?:kill|killing|hang|hanging|harm|harming|hurt|hurting) (?:himself|herself|themselves|themself|myself)\b/i,
  /\b(?:suicid(?:e|al)|overdos(?:e|ed|ing)|self[- ]harm(?:s|ed|ing)?)\b/i,
  /\b(?:knife|knives|gun|guns|firearm|machete|sword|weapon|petrol bomb|axe|acid)\b/i,
  /\b(?:stabbed|stabbing|shot at|shooting|shots? fired|strangl(?:ed|ing)|being (?:beaten|attacked|raped|held|strangled)|held (?:against|prisoner|hostage)|rap(?:ed|ing))\b/i,
  /\b(?:screaming|crying|shouting) for help\b/i,
  /\b(?:child|children|baby|toddler|girl|boy)s? (?:is|are|was|were) (?:being )?(?:hit|beaten|hurt|abused|left alone|locked in|touched)\b/i,
  /\b(?:hits|beats|hurts|abuses) (?:his|her|their|the) (?:child|children|baby|kids?|wife|partner|girlfriend|husband|mother|father|son|daughter)\b/i,
  /\b(?:house|flat|home|door|letterbox|shed|building) (?:is |was )?(?:on fire|set (?:on fire|alight|fire))\b/i,
  /\bset(?:ting)? fire to (?:the|a|her|his|their|my) (?:house|flat|home|door|building)\b/i,
  new RegExp(String.raw`\b(?:attack(?:ing|ed)|beating|hitting|fighting|breaking in|break in)\b[^.!?]{0,60}\b${now}\b`, "i"),
  new RegExp(String.raw`\b${now}\b[^.!?]{0,40}\b(?:attack(?:ing|ed)|beating|hitting|being hurt|breaking in)\b`, "i"),
];
export const saysDanger = (words: string): boolean => dangers.some((danger) => danger.test(words));
