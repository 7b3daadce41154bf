import { counted } from "@/domain/kernel/dates.ts";
import type { SignInWay } from "@/domain/kernel/enums.ts";

/** How somebody signed, as the register says it beside their time; nothing for the ordinary way. */
export const signInWayWords: Record<SignInWay, string | null> = {
  own_device: null,
  room_code: "by the room's code",
  remote: "from elsewhere",
  coordinators_screen: "at the coordinator's screen",
  printed_sheet: "on the printed sheet",
};

export const wayWords = {
  joins: "How are you joining?",
  joinsItems: { room: "In the room", remote: "From elsewhere" },
  late: (minutes: number) => `${counted(minutes, "minute")} after the opening`,
  enteredBy: (name: string) => `Entered by ${name}`,
  guests: "Guests",
  guestColumns: { name: "Name", organisation: "Organisation", how: "How" },
  refusals: "Did not accept the declaration",
  refusedAt: (time: string) => `At ${time}`,
  refuse: "I do not accept the declaration",
  refuseNote: "It is recorded. You are not admitted to this meeting, and nothing of it opens to you.",
  myRefusal: (moment: string) => `You did not accept the declaration on ${moment}`,
  myRefusalNote: "Nothing of this meeting is open to you. If you think better of it, sign below.",

  office: "For the chair's office",
  toScreen: "Show the room's screen",
  toOthers: "Sign somebody in",
  toSheet: "Print the signing sheet",
  toEnter: "Enter the signing sheet",
} as const;

/** The screen on the wall of the room. */
export const screenWords = {
  title: "Room screen",
  scan: "Scan to sign the register",
  orGo: (address: string) => `or go to ${address} and enter`,
  codeIs: (letters: string) => `The code is ${letters}`,
  qr: "QR code that leads to the register of this meeting",
  count: (signed: number, expected: number) => `${signed} of ${expected} have signed`,
  guests: (many: number) => `and ${counted(many, "guest")}`,
  changes: "The code changes every minute. Without a phone, ask the coordinator.",
  shut: "The register is shut",
  shutText: "It opens with the doors, and shuts with the meeting.",
} as const;

/** Coming by that code. */
export const codeWords = {
  title: "Enter the code of the room",
  lead: "It stands on the screen in the room, and changes every minute.",
  code: "Code",
  hint: "6 letters and figures",
  go: "Continue",
  unreadable: "Code must be 6 letters and figures, as they stand on the screen",
  wrong: "This code leads nowhere",
  wrongText: "It may be over, since it changes every minute, or be another room's. Look at the screen again.",
} as const;

/** At the screen of the chair's office: for those without a device or an account. */
export const othersWords = {
  title: "Sign somebody in",
  lead: "For somebody here without their own device, or without an account. Let them read the declaration on this screen before you tick that they accept it.",
  member: "A member of this forum",
  memberNote: "The register says that they signed at this screen.",
  person: "Who signs",
  selectPerson: "Select a person",
  commits: "Can they commit their agency's resources?",
  guestCommits: "Can they commit their organisation's resources?",
  commitsItems: { yes: "Yes", no: "No" },
  accepts: "They have read the declaration and accept it",
  signMember: "Sign them in",
  guest: "A guest",
  guestNote: "Somebody without an account. They stand in the minutes, and among those who were told.",
  name: "Name",
  organisation: "Organisation",
  organisationHint: "Who they come for",
  represents: "Who else they represent (optional)",
  signGuest: "Sign the guest in",
  refusal: "Somebody does not accept it",
  refusalNote: "They are not admitted to this meeting.",
  refusalName: "Who did not accept it",
  recordRefusal: "Record it",
  nobodyLeft: "Every member has signed.",
} as const;

/** The sheet of paper for when nothing else works, and its way back into the register. */
export const sheetWords = {
  title: "Signing sheet",
  lead: "Print it, let everybody sign who is here, and enter it afterwards. Keep the paper.",
  print: "Print",
  sign: "By signing I say that I am attending this meeting, and that I accept the declaration above.",
  columns: { number: "No.", name: "Name", agency: "Agency", signature: "Signature", time: "Time" },
  line: (n: number) => `Line ${n}`,
  none: "Empty",
  caption: "Signatures",
  enterTitle: "Enter the signing sheet",
  enterLead: "Tick those who signed on paper and are not on the register here. The numbers are those of the sheet.",
  onPaper: "Who signed on paper",
  at: "Time they signed",
  atHint: "As the sheet says, like 1:55pm. Enter those of another time afterwards",
  enter: "Enter them",
  guestTitle: "A guest from a blank line",
  enterGuest: "Enter the guest",
  inSystem: "On the register here",
  inSystemCount: (many: number, onPaper: number) => `${counted(many, "signature")}, ${onPaper} of them from the sheet`,
  nobodyMissing: "Everybody expected is on the register.",
  untilSent: "It can be entered until the minutes are sent.",
} as const;
