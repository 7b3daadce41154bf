import type { InterestAbout, InterestKind } from "@/domain/kernel/enums.ts";
import type { RecusedFrom } from "@/domain/meetings/queries/list-agenda.ts";
import type { MatchKind } from "@/domain/interests/queries/view-meeting-interests.ts";
import { agendaItemWords } from "./meetings.ts";

/** What an interest or a recusal is in: a case by its reference, an item by what it is called, or the meeting as a whole. */
export const recusedFromWords = ({ reference, kind, title }: RecusedFrom): string => reference ?? title ?? agendaItemWords[kind].toLowerCase();
export const interestIn = (from: RecusedFrom | null): string => (from === null ? "In general" : from.reference ?? from.title ?? agendaItemWords[from.kind]);

export const interestKindWords: Record<InterestKind, string> = { pecuniary: "Pecuniary", personal: "Personal", other: "Other", sensitive: "Sensitive" };
export const interestKindHints: Record<InterestKind, string> = {
  pecuniary: "Money or property: yours, or that of somebody close to you",
  personal: "Any connection with somebody in the case, their household, or a person alleged to cause harm; or with a body that the item is about",
  other: "Something the chair should know, which may not stop you taking part",
  sensitive: "Saying what it is would put somebody at risk: only that there is one is recorded",
};
export const interestAboutWords: Record<InterestAbout, string> = {
  employer: "Employer",
  contract: "Contract",
  property: "Property",
  street: "Street I live in",
  family: "Family",
  friendship: "Friendship",
  membership: "Membership of a body",
  other: "Something else",
};
export const matchWords: Record<MatchKind, string> = {
  particulars: "A word they declared stands in the case's particulars",
  ward: "They declared something in the case's ward",
  agency: "An agency they declared works on the case",
  name: "Their family name stands in the case's particulars",
};

/** As minutes write it: "Personal interest in item 11 (membership of a body): sits on its board". */
export const minutedInterest = ({ kind, number, about, words, noted }: { kind: InterestKind; number: number | null; about: InterestAbout | null; words: string | null; noted: boolean }): string =>
  `${kind === "other" ? "Interest" : `${interestKindWords[kind]} interest`}${number === null ? "" : ` in item ${number}`}${about === null ? "" : ` (${interestAboutWords[about].toLowerCase()})`}: ${words ?? "its nature is withheld"}${noted ? " (noted by the chair's office)" : ""}`;

export const interestWords = {
  /** One's own, that stand. */
  mine: "Your interests",
  mineLead: "What stands whatever is on an agenda: your employer, contracts, property, streets, family and friends. The chair's office of your forums can see them, and nobody else.",
  standing: "Standing interests",
  noStanding: "You have declared no standing interests",
  noStandingText: "Interests in one item are declared at its meeting.",
  declaredOn: (day: string) => `Declared on ${day}`,
  withdrawnOn: (day: string) => `Withdrawn on ${day}`,
  withheld: "Its nature is withheld",
  withdraw: "Withdraw",
  withdrawNote: "Withdrawing an interest lifts no recusal: the chair does that.",
  add: "Add an interest",
  kind: "Kind of interest",
  about: "What it comes from",
  selectAbout: "Select what it comes from",
  words: "What the interest is",
  wordsHint: "Leave this empty where the interest is sensitive",
  addButton: "Add the interest",
  home: "Home",

  /** At a meeting. */
  title: (reference: string) => `Interests at ${reference}`,
  heading: "Declarations of interest",
  lead: "Do you have an interest in anything on this agenda? A pecuniary or personal interest shuts that item to you at once, its papers, minute and actions too, until the chair decides otherwise. If you have none, there is nothing to do here.",
  ask: "Do you have an interest in anything on this agenda?",
  askText: "Declare it before the item is taken.",
  toQuestion: "Declare an interest",
  toInterests: "Interests",
  matter: "What it is about",
  wholeMeeting: "The meeting as a whole, and no one item",
  wholeMeetingHint: "It is recorded, and you may stay",
  minuted: "What you declare in a case is seen by the chair's office alone. What you declare in another item, or in general, stands in the minutes, unless it is sensitive.",
  declare: "Declare the interest",
  own: "What you declared here",
  notedOfYou: "Noted of you by the chair's office",
  youAreRecused: "You are recused",
  youStay: "You may stay",
  standingNote: "Interests that stand whatever is on an agenda:",
  notNow: "Interests are declared from the day the agenda is published until the meeting closes.",
  toRegister: "Go to the register",

  /** For the chair's office. */
  office: "For the chair's office",
  officeNote: "Never read aloud. Nobody else sees this.",
  declared: "Declared",
  noneDeclared: "Nobody has declared an interest in anything on this agenda.",
  matches: "Possible interests",
  matchesNote: "What people declared of themselves, and the names they bear, set beside the cases. A match is a question to ask, not an answer.",
  noMatches: "No possible interests were found.",
  recused: "Recused",
  noRecused: "Nobody is recused from anything on this agenda.",
  columns: { person: "Person", case: "Case", from: "In", kind: "Kind", what: "What it is", matched: "Why", how: "How", reason: "Reason", decided: "Decided" },
  openly: "Openly",
  silently: "Silently",
  atOnce: "By their declaration",
  lift: (person: string, reference: string) => `Lift the recusal of ${person} from ${reference}`,
  liftReason: "Why the recusal ends",
  liftButton: "Lift the recusal",
  recuse: "Recuse somebody",
  recuseNote: "It is shut to them everywhere from this moment: papers, minutes, actions and search.",
  selectMatter: "Select the item",
  note: "Note an interest that several have",
  noteNote: "Said aloud of several at once: all members who sit on a district council, in what touches its area. It stands in the minutes and recuses nobody.",
  noteWho: "Who has it",
  noteButton: "Note the interest",
  who: "Who is recused",
  selectPerson: "Select a person",
  openlyOnly: (person: string) => `${person} (openly only)`,
  how: "Are they told?",
  howItems: { open: "Yes, openly", silent: "No, silently" },
  howHints: { open: "They see that there is an item from which they are recused, and leave the room for it", silent: "They see nothing of the item, numbers close up, and nothing tells them that it exists" },
  reason: "Reason",
  recuseButton: "Recuse",
} as const;

/** What somebody who is openly recused is told (D0). */
export const recusedWords = {
  item: "You are recused from this item",
  itemText: (from: RecusedFrom) => `It is about ${recusedFromWords(from)}. Leave the room while it is taken: that is recorded with its times.`,
  case: "You are recused from this case",
  caseText: "Its record, minutes and actions are shut to you until the chair decides otherwise.",
  leftOut: (number: number, from: RecusedFrom) => `Item ${number} is left out: you are recused from ${recusedFromWords(from)}`,
  people: "Recused from this case",
  person: (name: string, agency: string) => `${name}, ${agency}`,
  since: (how: string, day: string) => `${how}, since ${day}`,
  peopleNote: "Decided and lifted on the interests page of a meeting.",
} as const;
