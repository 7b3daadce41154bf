import type { DeskTask } from "@/domain/directory/queries/view-desk.ts";
import { counted, inWords } from "@/domain/kernel/dates.ts";
import type { Capacity, Office } from "@/domain/kernel/enums.ts";
import type { Appointing } from "@/domain/forums/queries/list-offices.ts";
import { capacityWords, officeWords } from "./forums.ts";

export const adminParts = { desk: "Overview", people: "People", forums: "Forums", agencies: "Agencies", areas: "Areas and wards", providers: "Sign-in", requests: "Requests", mail: "Email", settings: "Settings" } as const;
export type AdminPart = keyof typeof adminParts;

/** "Acting chair", "Deputy" */
export const officeHeld = (office: Office, capacity: Capacity): string => (capacity === "substantive" ? officeWords[office] : `${capacityWords[capacity]} ${officeWords[office].toLowerCase()}`);
/** "1 May 2026 to 31 August 2026", "since 1 May 2026", "from 1 May 2027" */
/** "Proposed by the head of learning, seconded by Cllr Davies, at SHB-2026-07, minute SHB 2/26"; null where nothing is known of it. */
export function madeInWords({ proposedBy, secondedBy, meeting, minute }: Appointing): string | null {
  const told = [proposedBy && `proposed by ${proposedBy}`, secondedBy && `seconded by ${secondedBy}`, meeting && `at ${meeting}`, minute && `minute ${minute}`].filter(Boolean).join(", ");
  return told === "" ? null : `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
}

export function spanInWords({ from, until }: { from: string; until: string | null }, today: string): string {
  if (until !== null && until < from) return "Never began";
  if (until !== null) return `${inWords(from)} to ${inWords(until)}`;
  return `${from > today ? "From" : "Since"} ${inWords(from)}`;
}

/** What an administrator is to do next: what it is, what to do about it, and the verb of its link. */
export const deskTaskWords: { [K in DeskTask["kind"]]: (task: Extract<DeskTask, { kind: K }>) => { title: string; note: string; act: string } } = {
  vacantChair: ({ name }) => ({ title: `${name} has no chair`, note: "No meeting of it can be opened until a chair, or an acting chair, is appointed.", act: "See the forum" }),
  appointmentEnds: ({ forum, office, capacity, until }) => ({ title: `${forum}: the ${officeHeld(office, capacity).toLowerCase()}'s appointment ends on ${inWords(until)}`, note: "Nobody is appointed to follow. Appoint somebody from the day after.", act: "See the forum" }),
  accessRequests: ({ many }) => ({ title: many === 1 ? "1 person asks for access" : `${counted(many, "person", "people")} ask for access`, note: "Their organisation knows them, and the partnership does not yet. Let them in or refuse them.", act: "See the requests" }),
  deadMails: ({ many }) => ({ title: `${counted(many, "email")} could not be sent`, note: "They were tried again and again, and then given up.", act: "See the email" }),
  invitationsExpired: ({ many }) => ({ title: `${counted(many, "invitation")} expired before ${many === 1 ? "it was" : "they were"} used`, note: "Invite them again. The link works for seven days.", act: "See who" }),
  notInvited: ({ many }) => ({ title: `${counted(many, "person", "people")} ${many === 1 ? "has" : "have"} no account and no invitation`, note: "Invite them when they may sign in.", act: "See who" }),
  notAccepted: ({ many }) => ({ title: `${counted(many, "person", "people")} ${many === 1 ? "has" : "have"} not used ${many === 1 ? "the" : "their"} invitation yet`, note: "Ask them to look for the email, or invite them again.", act: "See who" }),
  noMembers: ({ name }) => ({ title: `Nobody has a seat on ${name}`, note: "Give people a seat on it from their own pages.", act: "See the forum" }),
};

export const deskWords = {
  title: "Administration",
  lead: "People, offices, forums and settings of this partnership. Case content stays closed to you.",
  next: "What to do next",
  nothing: { title: "Nothing waits for you", text: "Vacant chairs, appointments that end, people without an account and requests for access stand here." },
  figures: "In the directory",
  people: (n: number) => counted(n, "person", "people").replace(/^[\d,]+ /, ""),
  forums: (n: number) => (n === 1 ? "forum" : "forums"),
  agencies: (n: number) => (n === 1 ? "agency" : "agencies"),
} as const;

export const forumDesk = {
  title: "Forums",
  lead: "The standing bodies that meet. People are appointed and seated from their own pages.",
  add: "Add a forum",
  addLead: "Its kind and code stay as they are.",
  all: "Forums",
  columns: { name: "Forum", kind: "Kind", chair: "Chair", seats: "Seats" },
  vacant: "Vacant",
  none: { title: "There are no forums yet", text: "A forum has meetings, cases and an action plan of its own." },
  facts: "About this forum",
  code: "Code",
  codeHint: "2 to 6 letters. Every reference begins with it, like CEN-118",
  kind: "Kind",
  name: "Name",
  area: "Area",
  areaHint: "A Case Identification Meeting covers one",
  noArea: "None",
  change: "Change",
  aboutForum: "the forum",
  changeTitle: "Change a forum",
  save: "Save",
  offices: "Offices",
  noOffices: "Nobody is appointed.",
  noChair: "The chair is vacant. No meeting can be opened without a chair or an acting chair.",
  appointNote: "To appoint or seat somebody, open their page.",
  toPeople: "Find a person",
  seats: "Seats",
  noSeats: "Nobody has a seat.",
  seatColumns: { name: "Name", agency: "For", since: "Held" },
  terms: "Terms of reference",
  version: (n: number) => `Version ${n}`,
  inForce: "In force",
  inForceFrom: (when: string) => `in force from ${when}`,
  limit: "Longest meeting",
  limitLabel: "Longest meeting, in minutes",
  limitHint: "120 by default. An agenda over it needs a reason",
  admits: "Elected members",
  admitted: "Admitted as equal members",
  notAdmitted: "Not admitted",
  admitsItem: "Councillors who have a seat see its papers as equal members",
  quorum: "Quorum",
  quorumLabel: "Quorum (optional)",
  quorumHint: "How many members must have signed the register before the meeting can decide anything",
  noQuorum: "None",
  quorumOf: (members: number) => (members === 1 ? "1 member" : `${members} members`),
  required: "Must be there",
  requiredLegend: "Which kinds of agency must be at every meeting? (optional)",
  requiredHint: "Without one of them, the meeting can be opened as a discussion only",
  noneRequired: "Nobody in particular",
  purpose: "Purpose",
  adopt: "Adopt a new version",
  adoptTitle: "Adopt new terms of reference",
  adoptLead: "The versions before stay on record. What changes for councillors changes on the first day.",
  from: "In force from",
  earlier: "Other versions",
  addButton: "Add the forum",
  adoptButton: "Adopt",
} as const;

export const agencyDesk = {
  title: "Agencies",
  lead: "Who works together in this partnership. Its kind decides which legal powers reach an agency.",
  all: "Agencies",
  one: "Agency",
  add: "Add an agency",
  columns: { name: "Agency", kind: "Kind", people: "People" },
  name: "Name",
  shortName: "Short name",
  shortHint: "As lists and minutes say it",
  answersFor: "Who answers for it (optional)",
  answersForHint: "Told when an action of the agency is chased a third time",
  nobody: "Nobody recorded",
  kind: "Kind",
  kindHint: "It stays. Gateways go by it",
  selectKind: "Select a kind",
  addButton: "Add the agency",
  change: "Change an agency",
  save: "Save",
  none: { title: "There are no agencies yet", text: "People belong to an agency." },
} as const;

export const areaDesk = {
  title: "Areas and wards",
  lead: "A Case Identification Meeting covers an area. A case without names is placed by its ward.",
  none: { title: "There are no areas yet", text: "Add one, then its wards." },
  noWards: "No wards yet.",
  rename: "Rename",
  renameArea: "Rename an area",
  renameWard: "Rename a ward",
  name: "Name",
  save: "Save",
  addArea: "Add an area",
  addWard: "Add a ward",
  area: "Area",
  selectArea: "Select an area",
} as const;

export const settingsWords = {
  title: "Settings",
  name: "Name of the partnership",
  idle: "Minutes without an act until somebody is signed out",
  findsRepeats: "Look for what may be the same",
  findsRepeatsHint: "Across concerns, referrals and cases. Switched off, nothing is shown and the keys by which it is found are deleted",
  finds: "Yes, show it to whoever triages, and tell whoever refers that something similar is held",
  findsNot: "No",
  idleHint: "10 to 60. They are warned before, and keep what they wrote",
  save: "Save",
  holidays: "Bank holidays that come once",
  holidaysNote: "A coronation, a jubilee, a day of mourning. Those of every year in England are known. Planning a meeting on one asks first.",
  noHolidays: "None is kept for a day to come.",
  holidayDay: "Day of the bank holiday",
  holidayHint: "For example, 8 5 2027",
  holidayName: "What it is called",
  addHoliday: "Add the bank holiday",
  holidayBack: "Take it back",
  general: "For everybody",
  declaration: "Confidentiality declaration",
  declarationNote: "Signed with the register at every meeting. Each signature keeps its version.",
  version: (n: number, from: string) => `Version ${n}, signed from ${from}`,
  read: "Read it",
  adopt: "Write a new version",
  adoptTitle: "Write a new version of the declaration",
  adoptLead: "It is signed from its first day. What was signed before stays as it was.",
  text: "Declaration",
  textHint: "A line of its own is a heading, a line that begins with a dash a point",
  from: "Signed from",
  adoptButton: "Adopt",
  back: "Settings",
} as const;
