import type { AccountState, HoldingKind } from "@/domain/directory/inputs.ts";
import type { Holding } from "@/domain/directory/queries/view-person.ts";
import { counted } from "@/domain/kernel/dates.ts";
import type { Capacity } from "@/domain/kernel/enums.ts";
import { officeHeld } from "./admin.ts";
import { partnershipOfficeWords } from "./forums.ts";

export const accountStateWords: Record<AccountState, string> = { open: "Can sign in", invited: "Invited", expired: "Invitation expired", none: "Not invited", left: "Left" };

export const peopleWords = {
  title: "People",
  titleOfPage: (page: number, pages: number) => `People, page ${page} of ${pages}`,
  add: "Add a person",
  search: "Find a person",
  searchHint: "Part of a name, a post or an email address",
  searchButton: "Find",
  found: (words: string) => `People who match “${words}”`,
  clear: "Show everybody",
  agency: "Agency",
  anyAgency: "All agencies",
  filter: "Filter people",
  filters: "Who is shown",
  here: "Here",
  left: "Left",
  caption: (n: number) => `${counted(n, "person", "people")}, by name`,
  columns: { name: "Name", post: "Post", agency: "Agency", account: "Account" },
  none: { title: "Nobody matches", text: "Look for part of the name, or show everybody. Whoever has left stands apart." },
  account: "Account",
  accountState: "All accounts",
  addLead: "They are put on the list, and hold nothing yet. Invite them, and give them their seats, from their page.",
  name: "Name",
  nameHint: "As it stands on registers and minutes",
  style: "Rank or title (optional)",
  styleHint: "Said before the name: Insp, Cllr, Dr",
  post: "Post",
  postHint: "What they are at their agency",
  email: "Email address",
  emailHint: "Their own, at work. They sign in with it",
  selectAgency: "Select their agency",
  agencyHint: "It stays theirs. Whoever changes agency leaves, and comes as somebody new",
  cancel: "Cancel",
} as const;

export const personWords = {
  /** Titles hold no name: browsers keep them. */
  title: "Person",
  back: "People",
  facts: "Who they are",
  change: "Change",
  aboutThem: "who they are",
  changeTitle: "Change a person",
  changeLead: "A new email address is told to the one before, and ends invitations that are open. For 7 days no link for a new password goes to it.",
  changeButton: "Save",
  leftOn: (when: string) => `Left on ${when}`,
  you: "This is you",
  youNote: "Nobody decides on their own offices, seats, account or leaving. Another administrator does.",
  account: "Account",
  state: "Signing in",
  invitedOn: (when: string) => `Invited on ${when}`,
  worksUntil: (when: string) => `The link works until ${when}`,
  expiredOn: (when: string) => `The link expired on ${when}`,
  openedOn: (when: string) => `Password set on ${when}`,
  byOrganisation: "Signs in with their organisation's account",
  factor: "Second factor",
  hasFactor: "Set up",
  noFactor: "Not set up",
  sessions: "Signed in now",
  noSessions: "Nowhere",
  session: (how: string, device: string, since: string) => [device || how, since].filter(Boolean).join(", since "),
  endSessions: "Sign them out everywhere",
  resetFactor: "Reset their second factor",
  resetFactorNote: "Only when their telephone and recovery codes are lost, and you have made sure by voice that it is them. They are told by email.",
  invite: "Invite",
  inviteAgain: "Invite again",
  withdraw: "Withdraw the invitation",
  holdings: "Offices and seats",
  none: "They hold no office, seat or ward.",
  later: "To come",
  wholePartnership: "The partnership",
  over: "Earlier",
  endIt: "End",
  changeIt: "Change",
  appoint: "Appoint to a forum",
  seat: "Give a seat",
  office: "Give an office of the partnership",
  ward: "Record a ward",
  openActions: "Open actions",
  openActionsOf: ({ forum, many }: { forum: string; many: number }) => `${forum}: ${counted(many, "action")}`,
  noActions: "None",
  leaving: "Leaving",
  leave: "Record that they have left",
  leavingNote: "For when somebody leaves their post, or must no longer have access.",
  comeBack: "Record that they have come back",
  comeBackNote: "They are put back on the list. Their seats, offices and account are given anew.",
} as const;

/** Where somebody holds something: "Central CIM", or the whole partnership. */
export const placeOfHolding = ({ forum, ward }: Holding): string => forum?.name ?? ward ?? personWords.wholePartnership;
/** As what: "Acting chair", "Seat for Housing". */
export function roleInWords({ kind, office, capacity, partnershipOffice, seat }: Holding): string {
  if (kind === "appointment") return office && capacity ? officeHeld(office, capacity) : "";
  if (kind === "seat") return `Seat for ${seat?.agency}`;
  return partnershipOffice ? partnershipOfficeWords[partnershipOffice] : "Councillor";
}

/** What somebody holds, in one line: "Acting chair of Central CIM", "Seat on Central CIM for Housing". */
export function holdingInWords({ kind, office, capacity, forum, partnershipOffice, ward, seat }: Holding): string {
  switch (kind) {
    case "appointment":
      return `${office && capacity ? officeHeld(office, capacity) : ""} of ${forum?.name}`;
    case "seat":
      return `Seat on ${forum?.name} for ${seat?.agency}`;
    case "office":
      return partnershipOffice ? partnershipOfficeWords[partnershipOffice] : "";
    case "ward":
      return `Councillor for ${ward}`;
  }
}

export const seatFacts = ({ represents, commits, core, namedContact }: NonNullable<Holding["seat"]>): string =>
  [represents && `also represents ${represents}`, !commits && "may not commit resources", !core && "comes as needed", namedContact && "named contact"].filter(Boolean).join(", ");

export const personForms = {
  appoint: {
    title: "Appoint to a forum",
    lead: "A forum has one chair on any day. What an office opens is open from its first day.",
    forum: "Forum",
    selectForum: "Select a forum",
    office: "Office",
    proposedBy: "Who proposed them (optional)",
    proposedByHint: "Where the forum chose them itself",
    secondedBy: "Who seconded (optional)",
    meeting: "Meeting that appointed them (optional)",
    meetingHint: "For example, SHB-2026-07",
    item: "Number of the item there (optional)",
    capacity: "Held",
    capacityHints: { substantive: "For good, or for a term", interim: "Until somebody is found", acting: "In somebody's place for a while" } satisfies Record<Capacity, string>,
    button: "Appoint",
  },
  seat: {
    title: "Give a seat on a forum",
    lead: "They sign its register, and may be given its actions. With a named contact an agency can search its records before a meeting.",
    forum: "Forum",
    selectForum: "Select a forum",
    agency: "Sits for",
    represents: "Also represents (optional)",
    representsHint: "Others who have no seat of their own, such as secondary schools",
    facts: "At the table",
    commits: "May commit their agency's resources",
    core: "Comes to every meeting",
    namedContact: "Is their agency's named contact",
    namedContactHint: "One for each agency and forum. They may sign in advance and see who is to be discussed",
    button: "Give the seat",
  },
  office: { title: "Give an office of the partnership", lead: "Information governance reads the audit, and evaluators totals. Nobody of them sees a case by it.", office: "Office", button: "Give the office" },
  ward: { title: "Record a ward", lead: "Whoever represents a ward is a councillor. They see a forum's papers where its terms of reference admit elected members.", ward: "Ward", selectWard: "Select a ward", button: "Record the ward" },
  leave: {
    title: "Record that they have left",
    lead: "This takes effect at once.",
    what: "What happens",
    access: "They are signed out everywhere, and can no longer sign in. Invitations and links end.",
    holdings: (n: number) => (n === 0 ? "They hold no office, seat or ward." : `${counted(n, "office, seat or ward", "offices, seats and wards")} end.`),
    actions: (n: number) => (n === 0 ? "They have no open actions." : `${counted(n, "open action")} ${n === 1 ? "goes" : "go"} back to the ${n === 1 ? "chair" : "chairs"}, to be given to somebody else.`),
    cases: "Help with colleagues' actions and invitations to single cases end.",
    stays: "What they did stays on record under their name.",
    button: "Record that they have left",
  },
} as const;
export type PersonForm = keyof typeof personForms | "change";

export const spanWords = { from: "First day", until: "Last day (optional)", untilHint: "Leave it empty where nobody knows yet" } as const;

export const endWords = {
  title: { appointment: "End an appointment", seat: "End a seat", office: "End an office", ward: "End a ward" } satisfies Record<HoldingKind, string>,
  when: "When does it end?",
  atOnce: "At once",
  atOnceHint: "It is gone at their next click",
  onADay: "On a last day",
  onADayHint: "Enter it below. It still holds on that day",
  until: "Last day",
  button: "End it",
} as const;

export const seatWords = { title: "Change a seat", button: "Save" } as const;
