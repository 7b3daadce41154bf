import { momentInWords } from "@/domain/kernel/dates.ts";

/** What somebody without an account reads behind a one-time link. */
export const routeWords = {
  over: "This link is over",
  again: "If you are still asked for an answer, ask whoever sent the link for another one.",
  codeTitle: "Enter the code",
  codeLead: (forum: string) => `${forum} sent you this link. The code that goes with it is told by telephone, not by email.`,
  code: "Code",
  codeHint: "6 letters and figures, in capitals or not",
  codeButton: "Continue",
  codeEmpty: "Enter the code",
  codeWrong: "The code is wrong. After 5 wrong codes the link is over",
  noCode: "If nobody has told you the code, telephone the coordinator.",
  until: (endsAt: Date) => `The link works once, until ${momentInWords(endsAt)}.`,
  doneTitle: "Sent",
  done: "The link is used and opens nothing any more. You can close this page.",
} as const;
