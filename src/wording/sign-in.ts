import type { AttendanceStatus } from "@/domain/kernel/enums.ts";

export const attendanceWords: Record<AttendanceStatus, string> = {
  present: "Present",
  apologies: "Apologies",
  apologies_with_information: "Apologies, sent information",
  absent: "Absent",
};

/** The register of a meeting. Entering the application has other words: sign-in-page.ts. */
export const registerWords = {
  title: "Register",
  signTitle: "Sign the register",
  lead: "One signature says two things: that you are here, and that you keep what you hear in confidence.",
  declaration: "Confidentiality declaration",
  declarationVersion: (version: number) => `Version ${version}`,
  representing: "Who you represent",
  agency: "Your agency",
  represents: "Who else you represent (optional)",
  representsHint: "For example, secondary schools",
  commits: "Can you commit your agency's resources?",
  commitsItems: { yes: "Yes", no: "No, I will take it back to my agency" },
  attends: "I am attending this meeting",
  accepts: "I accept the confidentiality declaration and will protect what I hear",
  accept: "Accept and sign the register",
  pending: "Signing",

  myAbsence: (status: string) => `Recorded for you: ${status.toLowerCase()}.`,
  comingAfterAll: "If you come after all, sign the register: you are then present and no longer in apologies.",
  doorsShut: "The register is not open yet",
  doorsShutText: "The chair opens the doors at most 60 minutes before the start. Then you can sign here.",
  closed: "The register closed with the meeting",
  closedText: "You did not sign it, so the papers of this meeting are not open to you.",

  signed: (moment: string) => `You signed on ${moment}`,
  signedFor: (agency: string, represents: string | null) => (represents ? `For ${agency}, and for ${represents}` : `For ${agency}`),
  signedVersion: (version: number) => `You accepted version ${version} of the confidentiality declaration.`,
  readAgain: "Read the declaration again",
  openPapers: "Open the papers",
  papersNote: "Each case on the agenda opens to you now. Each opening is logged.",
  noPapers: "Your seat on this forum does not open case papers.",

  signedOf: (signed: number, expected: number) => `${signed} of ${expected} have signed`,
  groups: { present: "On the register", apologies: "Apologies", absent: "Absent", expected: "Expected" },
  none: "Nobody",
  columns: { name: "Name", agency: "Agency", how: "How" },
  alsoFor: (represents: string) => `Also for ${represents}`,
  signedAt: (time: string) => `Signed at ${time}`,
  notYet: "Not signed yet",

  inTheRoom: "In the room",
  iLeave: "I am leaving now",
  iAmBack: "I am back",
  hasLeft: "Has left",
  isBack: "Is back",
  outSince: (time: string) => `Out since ${time}`,
  outForItem: (time: string) => `Out since ${time}, for an item`,

  recordAbsence: "Record who is not coming",
  person: "Who is not coming",
  selectPerson: "Select a person",
  status: "What to record",
  record: "Record",
} as const;
