import { counted } from "@/domain/kernel/dates.ts";
import type { MinutePart } from "@/domain/kernel/enums.ts";

/** Which agencies have opened minutes that were sent round. */
export const receiptWords = {
  opened: (n: number, of: number) => `Opened by ${n} of ${counted(of, "agency", "agencies")}`,
  first: (by: string, moment: string) => `First by ${by}, ${moment}`,
  notYet: "Not opened yet",
} as const;

const minutePartWords: Record<MinutePart, string> = { discussion: "what was said", decision_reason: "why it was decided", resolution: "what was resolved" };
const firstUpper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Corrections of minutes, from proposing to settling. */
export const correctionWords = {
  title: (reference: string, number: number) => `Correct item ${number} of the minutes of ${reference}`,
  heading: "Propose a correction",
  back: "Minutes",
  becomes: "What the minute should say",
  hint: "Change the words that are wrong and leave the rest. Everybody who reads this item sees what you changed.",
  send: "Propose the correction",
  propose: "Propose a correction",
  ofItem: (number: number) => `item ${number}`,
  label: (item: number, correction: number) => `Correction ${correction} of item ${item}`,
  proposedOf: (part: MinutePart, by: string, day: string) => `Correction${part === "discussion" ? "" : ` to ${minutePartWords[part]}`} proposed by ${by}, ${day}`,
  /** In a document, where a line through or under may be missed. */
  marked: { added: (words: string) => `[added: ${words}]`, removed: (words: string) => `[removed: ${words}]` },
  which: "What is to be corrected",
  part: (part: MinutePart, number: number) => (part === "resolution" ? `Part ${number} of what was resolved` : firstUpper(minutePartWords[part])),
  settleTitle: (reference: string) => `Minutes of ${reference}`,
  accept: "Accept the correction",
  refuse: "Refuse the correction",
  reason: "Why it is not corrected",
  settled: {
    proposed: () => "",
    accepted: (by: string, day: string) => `Accepted by ${by}, ${day}`,
    refused: (by: string, day: string) => `Refused by ${by}, ${day}`,
  },
  seal: (hash: string) => `Sealed when confirmed: SHA-256 ${hash}`,
} as const;
