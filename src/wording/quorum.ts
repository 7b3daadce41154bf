import { counted } from "@/domain/kernel/dates.ts";
import type { AgencyKind } from "@/domain/kernel/enums.ts";
import { agencyKindWords } from "./gateways.ts";

/** Who is there of whom it takes (rule 4). */
type Short = { here: number; quorum: number | null; missing: readonly AgencyKind[] };
const named = (kinds: readonly AgencyKind[]) => new Intl.ListFormat("en-GB").format(kinds.map((kind) => agencyKindWords[kind]));

/** "4 members have signed, and it takes 6. Nobody has signed for: Police." */
export const shortOf = ({ here, quorum, missing }: Short): string =>
  [
    quorum !== null && here < quorum ? `${here === 1 ? "1 member has" : `${here} members have`} signed, and it takes ${quorum}.` : "",
    missing.length > 0 ? `Nobody has signed for: ${named(missing)}.` : "",
  ].filter(Boolean).join(" ");

export const quorumWords = {
  title: "Who is here",
  expected: "Expected",
  signed: "Signed",
  apologies: "Apologies",
  quorum: "Quorum",
  reached: (here: number, quorum: number) => `Reached: ${here} of ${quorum}`,
  notReached: (here: number, quorum: number) => `Not reached: ${here} of ${quorum}`,
  noQuorum: "None is set",
  missing: "Still missing",
  nobodyMissing: "Nobody who must be there",
  missingNamed: named,
  discussion: "This meeting is a discussion only",
  discussionText: "It was opened below its quorum. Nothing is decided. What was said is noted, items are put off, and actions for somebody’s immediate safety can be recorded.",
  couldBeFull: "Its quorum is reached by now: whoever presides can make it a full meeting.",
  makeFull: "Make it a full meeting",
  makeFullText: "Who was missing has signed. From now on it can decide.",
  toDiscussion: "Open as a discussion",
  below: "The meeting is below its quorum",
  belowNote: "Wait for who is missing, or open it as a discussion.",
  interruptTitle: "You can open this meeting as a discussion only",
  interruptText: "A discussion decides nothing. You can note what is said and put items off, and record actions that somebody’s immediate safety needs. When who is missing signs the register, you can make it a full meeting.",
  wait: "Wait for them",
  absentTitle: (kinds: readonly AgencyKind[]) => `${named(kinds)} must be there, and came to none of the last three meetings`,
  absentText: "The terms of reference ask for them at every meeting. Ask them to send somebody.",
  chairMissing: (name: string) => `${name} has not signed the register`,
  chairMissingText: "If the chair is not coming, record it. You then preside, and can open the meeting.",
  recordChairAbsent: "Record that the chair is absent",
  forSafety: "Needed for somebody's immediate safety",
  forSafetyHint: "A discussion tasks nobody for anything else",
  stillExpected: (many: number) => counted(many, "person", "people"),
} as const;
