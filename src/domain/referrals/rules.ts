/** Rule 16: tried locally first, and one of these. */
export type ThresholdAnswers = { triedLocally: boolean; occurrences: number; otherAgencies: number; vulnerable: boolean; hotspot: boolean };
export const grounds = ["agencies", "repeats", "vulnerability", "hotspot"] as const;
export type Ground = (typeof grounds)[number];

/** How often something must have happened to be a repeat. */
export const repeatsFrom = 2;

/** Whether it meets the threshold, by what it does and by whether it was tried locally first. Below it nothing is shut: it says so, and goes on. */
export function thresholdOf({ triedLocally, occurrences, otherAgencies, vulnerable, hotspot }: ThresholdAnswers): { met: boolean; triedLocally: boolean; grounds: Ground[] } {
  const holds: Record<Ground, boolean> = { agencies: otherAgencies >= 1, repeats: occurrences >= repeatsFrom, vulnerability: vulnerable, hotspot };
  const found = grounds.filter((ground) => holds[ground]);
  return { met: triedLocally && found.length > 0, triedLocally, grounds: found };
}

/** The parts of a referral, in their order. */
export const parts = ["matter", "threshold", "people", "sharing", "risk"] as const;
export type Part = (typeof parts)[number];
export type Progress = Record<Part, boolean>;
export const missingParts = (progress: Progress): Part[] => parts.filter((part) => !progress[part]);

/** So many working days after it was sent its referrer has an answer. */
export const answeredWithin = 5;

/** How old somebody is, as far as it says what must be done. Within six months of eighteen, the handover to services for adults is due. */
export type StageOfLife = "child" | "turning" | "adult";
