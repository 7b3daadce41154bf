import type { HarmClass, ReferralState } from "@/domain/kernel/enums.ts";
import type { Ground, Part } from "@/domain/referrals/rules.ts";

/** How far a referral is, for the office that answers it. */
export const referralStateWords: Record<ReferralState, string> = {
  draft: "Draft",
  sent: "Waiting for an answer",
  more_asked: "More is asked",
  taken: "Taken as a case",
  joined: "Joined to a case",
  redirected: "For another service",
  declined: "Not taken",
};
export const referralStateTones = { draft: "grey", sent: "purple", more_asked: "amber", taken: "green", joined: "green", redirected: "blue", declined: "grey" } as const satisfies Record<ReferralState, string>;

/** As its referrer reads it. Taken and joined are one to them: whether the forum had a case already is not for them to know (rule 19). */
export const progressWords: Record<ReferralState, string> = { ...referralStateWords, sent: "Sent", more_asked: "You are asked for more", taken: "Taken up by the meeting", joined: "Taken up by the meeting", redirected: "For another service", declined: "Not for this meeting" };

export const harmClassWords: Record<HarmClass, string> = { personal: "Personal: aimed at somebody", nuisance: "Nuisance: to a neighbourhood", environmental: "Environmental: to a place itself" };

export const partWords: Record<Part, string> = {
  matter: "What it is about",
  threshold: "Threshold",
  people: "People and places",
  sharing: "Information sharing",
  risk: "Risk",
};

export const groundWords: Record<Ground, string> = {
  agencies: "it takes two or more agencies",
  repeats: "it keeps happening",
  vulnerability: "somebody is highly vulnerable",
  hotspot: "a place is becoming a hotspot",
};

const joined = (words: readonly string[]) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
/** "Meets the threshold: tried locally first; it takes two or more agencies and somebody is highly vulnerable." */
export function thresholdWords({ met, triedLocally, grounds }: { met: boolean; triedLocally: boolean; grounds: readonly Ground[] }): string {
  const why = grounds.length > 0 ? joined(grounds.map((ground) => groundWords[ground])) : "none of the four grounds holds";
  const tried = triedLocally ? "tried locally first" : "not tried locally first";
  return `${met ? "Meets the threshold" : "Below the threshold"}: ${tried}; ${why}.`;
}
