import { type ActionStatus, statusOf } from "@/domain/action-plan/rules.ts";
import type { CaseAction, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { counted } from "@/domain/kernel/dates.ts";
import type { CaseStage, Risk, SubjectType } from "@/domain/kernel/enums.ts";

export const caseStageWords: Record<CaseStage, string> = { open: "Active", stepped_down: "Stepped down", closed: "Closed" };
export const caseStageTones = { open: "blue", stepped_down: "green", closed: "grey" } as const satisfies Record<CaseStage, string>;

/** What a case is about. Never "perpetrator" on screen: harm is alleged or known, and people may be both. */
export const subjectTypeWords: Record<SubjectType, string> = {
  victim: "Person harmed or at risk",
  perpetrator: "Person alleged or known to cause harm",
  location: "Place",
  theme: "Theme",
};

export const riskWords: Record<Risk, string> = { standard: "Standard", medium: "Medium", high: "High" };
export const riskTones = { standard: "grey", medium: "amber", high: "red" } as const satisfies Record<Risk, string>;

/** How an action of a case stands today: the action plan's own table says it. */
export const standingOf = (action: CaseAction, today: string): ActionStatus => statusOf(action, today);

/** "Discussed at 4 meetings over 9 months, put off twice" */
export function discussedWords({ discussed, deferrals, months }: Pick<ViewedCase, "discussed" | "deferrals" | "months">): string {
  const times = deferrals === 1 ? "once" : deferrals === 2 ? "twice" : `${deferrals} times`;
  const putOff = deferrals > 0 ? `, put off ${times}` : "";
  if (discussed === 0) return `Not discussed at a meeting yet${putOff}`;
  return `Discussed at ${counted(discussed, "meeting")}${months > 0 ? ` over ${counted(months, "month")}` : ""}${putOff}`;
}

/** Rule 21: it has been to three meetings with no verified action, or is six months old. */
export const goingRoundWords = "Keeps coming back";

export const caseWords = {
  plural: "Cases",
  title: (reference: string) => `Case ${reference}`,
  titleOfPage: (page: number, pages: number) => `Cases (page ${page} of ${pages})`,
  back: "Cases",
  home: "Home",
  open: "Open a case",
  stages: "Cases by stage",
  forums: "Cases by forum",
  allForums: "All forums",
  caption: { open: "Active cases, those with children first, then the oldest", stepped_down: "Cases stepped down, those with children first, then the oldest", closed: "Closed cases, those with children first, then the oldest" } satisfies Record<CaseStage, string>,
  columns: { case: "Case", summary: "What it is about", forum: "Forum", discussed: "Discussed at", openActions: "Open actions", opened: "Opened" },
  meetings: (n: number) => (n === 0 ? "No meeting yet" : counted(n, "meeting")),
  children: "Children involved",
  empty: {
    open: { title: "No active cases", text: "Cases of your forums stand here from the day they are opened, without names." },
    stepped_down: { title: "No cases are stepped down", text: "A case that no longer needs the forum stands here while it is watched." },
    closed: { title: "No cases are closed", text: "Cases stand here once a meeting has closed them." },
  } satisfies Record<CaseStage, { title: string; text: string }>,

  invitedPapers: "Papers of the item you are asked in for",
  invitedPapersNote: "You can open them until the meeting closes.",
  summaryOnly: "You can see a summary only",
  summaryOnlyText: "Its record is for the chair's office, and for members who sign the register of a meeting with this case on its agenda, until the minutes are confirmed.",
  exists: "This case exists",
  existsText: "Information governance sees the forum and stage of a case, not what it is about. Every reading of it is in the audit.",
  audit: "Audit",
  existsAudit: "Audit of this case",
  turning: "Somebody in it is nearly 18",
  turningText: "Within six months they come of age. Plan the handover to services for adults with those who will take over.",
  lifeStages: { child: "A child", turning: "A child, 18 within six months: plan the handover" },
  childrenBanner: "Children are involved in this case",

  parts: { label: "Parts of this case", summary: "Summary", people: "People and places", actions: "Actions", shared: "Information shared", minutes: "Minutes", history: "History" },
  amend: "Change",
  twin: "Without names",
  background: "What is happening",
  wanted: "What is wanted from the forum",
  facts: "About this case",
  forum: "Forum",
  stage: "Stage",
  ward: "Ward",
  wholeArea: "Not one ward",
  risk: "Risk",
  riskTag: { standard: "Standard risk", medium: "Medium risk", high: "High risk" } satisfies Record<Risk, string>,
  opened: "Opened",
  closed: "Closed",
  openActions: "Open actions",
  noneOpen: "None",
  next: "Next on an agenda",
  notListed: "Not on an agenda",

  hidden: "Who it is stays hidden until you say why you need to see it. You are then shown it for 15 minutes, and your reason is kept.",
  hiddenFromOwner: "Identities are shown to the chair's office, to members who have signed the register, and to the owner of an action that needs them.",
  hiddenForTask: "Your action needs some of who this is about. It stays hidden until you say why you need to see it. You are then shown it for 15 minutes, and your reason is kept.",
  notForTask: "Your action does not need this one.",
  reason: "Why you need to see who it is",
  reasonHint: "For example, a home visit is planned for Monday",
  show: "Show identity",
  shownUntil: (time: string) => `Shown until ${time}`,
  notPrinted: "Identities are not printed.",
  name: "Name",
  bornOn: "Date of birth",
  address: "Address",
  heldBy: (agency: string) => `Withheld: held by ${agency}`,
  safeContact: "Safe way to make contact",
  notKnown: "Not known",

  actionsCaption: "Actions of this case, the newest first",
  actionColumns: { reference: "Reference", action: "Action", due: "Due", status: "Status" },
  ownedBy: (agency: string, owner: string) => `${agency}, ${owner}`,
  noActions: "No actions yet",
  noActionsText: "What the chair asks of an agency on this case stands here.",
  noMeetings: "Not on an agenda yet",
  noMeetingsText: "What meetings discussed and decided about this case stands here.",
  toBeHeard: "On the agenda",
  beingHeard: "In session",
  noDecision: "No decision is recorded",
  minute: (number: string) => `Minute ${number}`,
  because: (reason: string) => `Reason: ${reason}`,
  noNotes: "Nothing was noted.",
  printed: (reader: string, moment: string) => `Copy for ${reader} · printed ${moment}`,
} as const;

/** The forms in which a case is opened and changed. */
export const caseForms = {
  take: "Open a case",
  takeLead: "Each part is shown to fewer people than the one before it.",
  amend: (reference: string) => `Change case ${reference}`,
  cancel: "Cancel",
  forum: "Forum that takes the case",
  selectForum: "Select a forum",
  subjectType: "What the case is about",
  subjectHints: {
    victim: "Somebody who is harmed, or may be",
    perpetrator: "Say in the record whether it is alleged or known, and by whom",
    location: "A street, a park, a building",
    theme: "Something that happens in many places",
  } satisfies Record<SubjectType, string>,

  twin: "Without names",
  twinNote: "Every member of the forum sees this. It is checked against who it is before it is saved.",
  title: "Title without names",
  titleHint: "For example, older resident, neighbour intimidation, Eastholme",
  summary: "Summary without names",
  summaryHint: "No initials, no age in years, no street, block or shop",
  namesNobody: "It names nobody: publish it all the same",
  ward: "Ward (optional)",
  noWard: "Not one ward",
  children: "Children",
  involvesChildren: "Children are involved",

  known: "What is known",
  knownNote: "The chair's office sees this, members once they have signed the register, and owners of open actions.",
  background: "What is happening",
  backgroundHint: "Speak of people as the room does, such as the tenant or the son",
  wanted: "What is wanted from the forum",
  risk: "Risk",
  riskHint: "As far as you can tell today: it is scored by the matrix afterwards",

  who: "Who it is",
  whoNote: "Shown for 15 minutes at a time, to those who say why. Leave empty what you do not know.",
  label: "How the room speaks of them",
  labelHint: "For example, the resident, the shop, the older brother",
  name: "Name (optional)",
  bornOn: "Date of birth (optional)",
  bornOnHint: "For example, 27 3 1956",
  address: "Address (optional)",
  heldBy: "Withheld address is held by (optional)",
  heldByHint: "A withheld address is not stored here, only which agency holds it",
  notWithheld: "The address is not withheld",
  safeContact: "Safe way to make contact (optional)",
  safeContactHint: "Who to go through, when, and what to avoid",
  addSubject: "Add another person or place",
  titleOfAdding: (reference: string) => `Add another person or place: ${reference}`,
  submitAdd: "Add to the case",
  role: "Who or what it is",
  correct: "Correct who it is",
  titleOfCorrecting: (reference: string) => `Correct who it is: ${reference}`,
  correctLead: "What it said before is not kept. The history of the case says who corrected it and when.",
  showFirst: "Go to the case and show who it is about first. You can correct it within the 15 minutes.",
  twinNamesNobody: "In the title and summary these words name nobody: leave them there",
  answersFor: "Agency that answers for the withheld address",
  answersForHint: "The address itself is stored, and corrected by those named on it",
  submitTake: "Open the case",
  submitAmend: "Save changes",
} as const;
