import { inWords } from "@/domain/kernel/dates.ts";
import type { Deferral } from "@/domain/minutes/queries/list-deferrals.ts";
import { becauseWords } from "./agenda.ts";

const because = ({ why, ...until }: Deferral) => becauseWords(why, until);

/** Putting something off that somebody brought: why, and until what is there. */
export const deferralWords = {
  heading: "Putting it off",
  here: (deferral: Deferral) => `Put off here, because: ${because(deferral)}`,
  putOff: "Put it off",
  change: "Change why, or until when",
  why: "Why it is put off",
  untilWhat: "Until what is there (optional)",
  untilWhatHint: "For example, “the figures of the force”. It then comes back once the chair’s office says that it is there",
  untilOn: "From which day it comes back (optional)",
  untilOnHint: "To the first meeting on that day or after it, whether it is there or not. Left empty with nothing to wait for, it comes to the next meeting",
  /** As minutes say it. */
  minuted: (deferral: Deferral) => because(deferral),
  /** "Put off before at SHB-2026-09 and SHB-2026-06." */
  before: (chain: readonly { meeting: string }[]) => `Put off before at ${chain.map(({ meeting }) => meeting).join(", ")}`,

  list: "Put off",
  listNote: "What meetings put off and none has taken since.",
  waits: "It waits until the chair’s office says that it is there.",
  waitsOrFrom: (day: string) => `It comes back once it is there, at the latest from ${inWords(day)}.`,
  comesFrom: (day: string) => `It comes back from ${inWords(day)}.`,
  comesTo: (meeting: string, day: string) => `It comes onto the draft of ${meeting}, ${inWords(day)}.`,
  noMeeting: "It comes back to the next meeting that is planned.",
  byHand: "It is on the waiting list: take it from there.",
  waitsBelow: "It waits: see below",
  isThere: "It is there",
  about: (title: string) => `what “${title}” waits for`,
} as const;
