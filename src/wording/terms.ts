import { counted } from "@/domain/kernel/dates.ts";

/** By what a forum works, as its members read it. */
export const termsWords = {
  title: (code: string) => `Terms of reference of ${code}`,
  heading: "Terms of reference",
  version: (n: number, from: string, isToCome: boolean) => `Version ${n}, in force ${isToCome ? "from" : "since"} ${from}`,
  back: "Meetings",
  read: "I have read them",
  readOn: (moment: string) => `You said on ${moment} that you have read this version.`,
  table: "Who has read this version",
  count: (read: number, of: number) => `${counted(read, "person", "people")} of ${of} round the table`,
  notYet: "Not yet",
  all: "Everybody round the table has read it.",
  earlier: "Earlier versions",
  home: "Terms of reference to read",
  homeLine: (version: number) => `Version ${version}`,
  list: "Terms of reference",
} as const;
