import { counted } from "@/domain/kernel/dates.ts";
import type { MeetingReplyKind } from "@/domain/kernel/enums.ts";
import type { Expected } from "@/domain/sign-in/queries/view-replies.ts";

/** What somebody's own reply says, back to them. */
export const myReplyWords: Record<MeetingReplyKind, string> = {
  coming: "You will come",
  apologies: "You sent apologies",
  apologies_with_information: "You sent apologies, and word to the chair's office",
  deputy: "Somebody comes for you",
};

/** What the chair's office knows of each person. */
export const expectedWords: Record<Expected, string> = {
  signed: "Has signed",
  coming: "Will come",
  deputy: "Sends somebody",
  apologies: "Apologies",
  apologies_with_information: "Apologies, sent information",
  absent: "Recorded absent",
  unknown: "No reply",
};

export const replyWords = {
  ask: "Will you come?",
  title: "Reply to the invitation",
  coming: "I will come",
  apologies: "Send apologies",
  withInformation: "Send apologies with information",
  deputy: "Send somebody instead",
  change: "You can change your reply until you sign the register.",
  deputyIs: (name: string, commits: boolean | null) => `${name}, who ${commits ? "can" : "can't"} commit your agency's resources`,

  deputyOf: (name: string, commits: boolean | null) => `${name}, ${commits ? "may commit the agency" : "may not commit the agency"}`,

  information: "What the chair's office should know",
  informationHint: "Only the chair, the deputy and the coordinator read it",
  onACase: "For what you know of a case, open the case and share it there: it says who may read it, and by which power.",
  who: "Who comes for you",
  whoHint: "Somebody of your agency",
  nobody: "Somebody else",
  name: "Their name, if they are not in the list (optional)",
  nameHint: "They sign on paper or at the coordinator's screen",
  commits: "Can they commit your agency's resources?",
  commitsItems: { yes: "Yes", no: "No, they will take it back to your agency" },
  cancel: "Cancel",

  replies: "Replies",
  counts: (lines: readonly { expected: Expected }[]) =>
    (["signed", "coming", "deputy", "apologies", "apologies_with_information", "absent", "unknown"] as const)
      .map((expected) => ({ expected, many: lines.filter((line) => line.expected === expected).length }))
      .filter(({ many }) => many > 0)
      .map(({ expected, many }) => ({ key: expectedWords[expected], value: counted(many, "person", "people") })),
  each: "Who said what",
  columns: { name: "Name", reply: "Reply" },
} as const;
