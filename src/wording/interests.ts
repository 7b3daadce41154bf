import type { InterestAbout, InterestKind } from "@/domain/kernel/enums.ts";
import type { MatchKind } from "@/domain/interests/queries/view-meeting-interests.ts";

export const interestKindWords: Record<InterestKind, string> = { pecuniary: "Pecuniary", personal: "Personal", other: "Other", sensitive: "Sensitive" };
export const interestKindHints: Record<InterestKind, string> = {
  pecuniary: "Money or property: yours, or that of somebody close to you",
  personal: "Any connection with somebody in the case, their household, or a person alleged to cause harm",
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

export const interestWords = {
  /** One's own, that stand. */
  mine: "Your interests",
  mineLead: "What stands whatever is on an agenda: your employer, contracts, property, streets, family and friends. The chair's office of your forums can see them, and nobody else.",
  standing: "Standing interests",
  noStanding: "You have declared no standing interests",
  noStandingText: "Interests in one case are declared at its meeting.",
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
  lead: "Do you have an interest in anything on this agenda? A pecuniary or personal interest shuts that case to you at once, until the chair decides otherwise. If you have none, there is nothing to do here.",
  ask: "Do you have an interest in anything on this agenda?",
  askText: "Declare it before the item is taken.",
  toQuestion: "Declare an interest",
  toInterests: "Interests",
  case: "Case",
  declare: "Declare the interest",
  own: "What you declared here",
  youAreRecused: "You are recused",
  youStay: "You may stay",
  standingNote: "Interests that are not about one case:",
  notNow: "Interests are declared from the day the agenda is published until the meeting closes.",
  noCases: "There are no cases on this agenda for you to declare an interest in.",
  toRegister: "Go to the register",

  /** For the chair's office. */
  office: "For the chair's office",
  officeNote: "Never read aloud. Nobody else sees this.",
  declared: "Declared",
  noneDeclared: "Nobody has declared an interest in a case on this agenda.",
  matches: "Possible interests",
  matchesNote: "What people declared of themselves, and the names they bear, set beside the cases. A match is a question to ask, not an answer.",
  noMatches: "No possible interests were found.",
  recused: "Recused",
  noRecused: "Nobody is recused from a case on this agenda.",
  columns: { person: "Person", case: "Case", kind: "Kind", what: "What it is", matched: "Why", how: "How", reason: "Reason", decided: "Decided" },
  openly: "Openly",
  silently: "Silently",
  atOnce: "By their declaration",
  lift: (person: string, reference: string) => `Lift the recusal of ${person} from ${reference}`,
  liftReason: "Why the recusal ends",
  liftButton: "Lift the recusal",
  recuse: "Recuse somebody",
  recuseNote: "The case is shut to them everywhere from this moment: papers, minutes, actions and search.",
  selectCase: "Select the case",
  who: "Who is recused",
  selectPerson: "Select a person",
  openlyOnly: (person: string) => `${person} (openly only)`,
  how: "Are they told?",
  howItems: { open: "Yes, openly", silent: "No, silently" },
  howHints: { open: "They see that there is an item from which they are recused, and leave the room for it", silent: "They see nothing of the item, numbers close up, and nothing tells them that the case exists" },
  reason: "Reason",
  recuseButton: "Recuse",
} as const;

/** What somebody who is openly recused is told (D0). */
export const recusedWords = {
  item: "You are recused from this item",
  itemText: (reference: string) => `It is about ${reference}. Leave the room while it is taken: that is recorded with its times.`,
  case: "You are recused from this case",
  caseText: "Its record, minutes and actions are shut to you until the chair decides otherwise.",
  leftOut: (number: number, reference: string) => `Item ${number} is left out: you are recused from ${reference}`,
  people: "Recused from this case",
  person: (name: string, agency: string) => `${name}, ${agency}`,
  since: (how: string, day: string) => `${how}, since ${day}`,
  peopleNote: "Decided and lifted on the interests page of a meeting.",
} as const;
