import { counted, type Day, momentInWords, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { AgendaItemKind, CaseDecision, ItemOutcome, MeetingState } from "@/domain/kernel/enums.ts";
import type { Entry } from "@/domain/minutes/queries/view-room.ts";
import type { Lack } from "@/domain/minutes/queries/view-closing.ts";
import { agendaItemWords } from "./meetings.ts";

export const itemOutcomeWords: Record<ItemOutcome, string> = { noted: "Noted", agreed: "Agreed", deferred: "Deferred", referred_on: "Referred on" };

/** As it is chosen in the room. */
export const caseDecisionWords: Record<CaseDecision, string> = { continue: "Continue", step_down: "Step down", escalate: "Escalate", close: "Close", defer: "Defer" };
/** As it stands in the minutes. */
export const caseDecidedWords: Record<CaseDecision, string> = {
  continue: "The case continues",
  step_down: "The case is stepped down",
  escalate: "The case is escalated",
  close: "The case is closed",
  defer: "The case is deferred to the next meeting",
};

/** How far the minutes of a meeting are. */
export const minutesStatusLooks: Record<MeetingState, { word: string; tone: "grey" | "amber" | "blue" | "green" }> = {
  scheduled: { word: "Not written yet", tone: "grey" },
  published: { word: "Not written yet", tone: "grey" },
  in_session: { word: "Being written", tone: "grey" },
  closed: { word: "Draft", tone: "amber" },
  circulated: { word: "Sent for corrections", tone: "blue" },
  confirmed: { word: "Confirmed", tone: "green" },
  cancelled: { word: "None", tone: "grey" },
};

type Titled = { kind: AgendaItemKind; case: { reference: string; title: string } | null; title: string | null };
/** "CEN-118 Evening gatherings at a shopping parade", "Reported crime, quarter two", or what the standing item is called. */
export const itemTitle = ({ kind, case: about, title }: Titled): string => (about ? `${about.reference} ${about.title}` : (title ?? agendaItemWords[kind]));

export const summaryOnly = "You can see a summary only";

export const roomWords = {
  title: (reference: string) => `Meeting ${reference}`,
  titleOfItem: (reference: string, number: number) => `Meeting ${reference}, item ${number}`,
  back: "Meeting",
  agenda: "Agenda",
  foldedAgenda: (number: number | undefined, of: number) => (number === undefined ? `Agenda, ${counted(of, "item")}` : `Agenda: item ${number} of ${of}`),
  register: (signed: number, members: number) => `${signed} of ${members} on the register`,
  planned: (planned: string, limit: string) => `${planned} of ${limit} planned`,
  plannedOver: (planned: string, limit: string) => `${planned} planned, over the limit of ${limit}`,
  clock: { used: "{used} used of {of}", over: "{used} used, {over} over the limit" },
  itemClock: { used: "{used} of {of}", over: "{over} over" },
  park: "Park this item",
  parked: "Parked",
  minutesOfItem: (minutes: number) => `${minutes} min`,
  itemOf: (number: number, of: number, minutes: number) => `Item ${number} of ${of} · ${counted(minutes, "minute")} planned`,
  children: "Children involved",
  caseRecord: "Open the case record",
  known: "What the case record says",
  background: "What is happening",
  wanted: "What is wanted from the forum",
  notes: "Discussion notes",
  noNotes: "Nothing has been written yet.",
  /** While somebody types: told by the page itself, so each is a whole line with the time in it. */
  autosave: {
    savedAt: "Saved at {time}",
    undecided: "Saved at {time}. What you chose is not saved yet: check what is still missing.",
    notSaved: "Not saved since {time}. Keep this page open.",
    apart: "Another person saved this item. What you write is kept for you alone, last at {time}. Put the two together, then save.",
    lost: "This item can no longer be written on from here. What you wrote is still here, but not saved since {time}.",
  },
  writing: (name: string) => `${name} is taking minutes`,
  apartTitle: "Your notes are apart from what is saved",
  apartText: (at: string) => `Somebody else saved this item while you were writing. What you wrote until ${at} stands in the notes below, for you alone. Put the two together, then save.`,
  dropDraft: "Drop mine, keep what is saved",
  savedAt: (at: Date, by: string, isToday: boolean) => `Saved ${isToday ? `at ${timeInWords(at)}` : momentInWords(at)} by ${by}`,
  decision: "Decision",
  outcome: "Outcome",
  undecided: "Not decided yet",
  reason: "Reason for the decision",
  reasonLabel: "Reason for the decision (optional)",
  reasonHint: "Needed to defer or to close the case",
  keepHint: "Needed to continue: why the case is kept. Needed to defer or to close it, too",
  goingRound: (discussed: string) => `${discussed}. It continues only with a reason why it is kept.`,
  save: "Save",
  saveAndGo: (number: number) => `Save and go to item ${number}`,
  saveAndClose: "Save and go to closing",
  saveCorrection: "Save the correction",
  correcting: "The meeting is closed. The notes can be corrected until the minutes are sent. What was decided stands.",
  changedTitle: "Someone else changed this item while you were writing",
  changedText: "What you wrote is still here. Check it against what is saved now, then save again.",
  savedNow: "What is saved now",
  nextItem: (number: number) => `Go to item ${number}`,
  toClosing: "Close the meeting",
  notSigned: "You have not signed the register",
  signIt: "Sign the register",
  toMinutes: "Read the minutes",
  take: "Take this item now",
  inHand: (time: string) => `Taken since ${time}`,
  noItem: "There is no item of that number",
  noItemText: "Choose an item from the agenda.",
  actions: "Actions from this item",
  noActions: "None yet. An action says what, who, by when, and how it will be known to be done.",
  saveNotesFirst: "Save the notes before you add an action: this page sends one form at a time.",
  quick: "Add an action",
  quickHint: "Who, what and by when: @housing secure garages 3 and 7 by fri. In the notes, press Ctrl and Enter on such a line",
  byHand: "Fill it in part by part",
  parts: "Check or change its parts",
  called: "Who may be meant",
  proposed: "Proposed in the notes",
  proposedNote: "Lines that begin with @. They are no actions until you confirm them.",
  makeAction: "Make it an action",
  recordAction: "Record the action",
  drop: "Not an action",
  wording: "What is to be done",
  wordingHint: "Begin with a verb",
  owner: "Owner",
  chooseOwner: "Select an owner",
  due: "Due date",
  dueHint: "For example, 22 12 2026",
  measure: "How it will be known to be done",
  nameless: "Action without names (optional)",
  namesNobody: "It names nobody: publish it all the same",
  namelessHint: "What members see who have not signed the register",
  needs: "Identities the task needs (optional)",
  needsHint: "The owner can be shown who these are while the action is open, each time for a reason that is kept",
  add: "Add the action",
  record: "Record the action",
  recordHint: "It counts when the chair confirms it, at the latest on closing.",
  confirmAction: "Confirm",
  dueBy: (day: string) => `Due ${day}`,
  earlier: "Minutes to confirm",
  noEarlier: "No minutes of an earlier meeting wait to be confirmed.",
  minutesOf: (day: string) => `Minutes of ${day}`,
  confirmMinutes: "Confirm the minutes",
  notSent: "They can be confirmed once they have been sent.",
  forChair: "The chair confirms them.",
} as const;

type Understood = { owners: readonly { name: string; agency: string }[]; called: string | null; due: Day | null };
/** "Zofia Nowak, Northside Homes, by Friday 11 December 2026": before anything is saved. */
export function asUnderstood({ owners, called, due }: Understood): string {
  const [owner] = owners;
  const who = owners.length > 1 ? `${owners.length} people may be meant by “${called ?? ""}”: select the owner` : owner ? `${owner.name}, ${owner.agency}` : called === null ? "Select the owner" : `Nobody at the table is called “${called}”: select the owner`;
  return due ? `${who}${owners.length === 1 ? ", by " : ". By "}${withWeekday(due)}` : `${who}. Enter the due date`;
}

/** Why somebody isn't in the room, and where they go instead. */
export const outsideWords: Record<Exclude<Entry, "open">, { title: string; text: string }> = {
  unsigned: { title: "Sign the register first", text: "The papers and the room open once you have signed." },
  notYet: { title: "The meeting has not begun", text: "The room opens when the chair opens the meeting." },
  over: { title: "The meeting is over", text: "What was said and decided stands in its minutes." },
};

/** On the wall of the room, for everybody in it to read. */
export const projectedWords = {
  title: (reference: string) => `Meeting ${reference} on the wall`,
  open: "Show on the wall",
  back: "Back to the room",
  itemOf: (number: number, of: number) => `Item ${number} of ${of}`,
  between: "No item is being taken",
  next: "Next",
  numbered: (number: number, title: string) => `${number}. ${title}`,
  actions: (n: number) => (n === 0 ? "No actions yet" : `${counted(n, "action")} so far`),
} as const;

export const closingWords = {
  title: (reference: string) => `Close the meeting ${reference}`,
  heading: "Close the meeting",
  back: "Back to the room",
  missing: (n: number) => (n === 1 ? "1 item is not finished" : `${n} items are not finished`),
  item: (number: number, title: string) => `${number}. ${title}`,
  lacks: { outcome: "No outcome", decision: "No decision", actionsStillOpen: "To be closed, but has an open action", goingRound: "To continue, with no reason why it is kept", proposals: "A line with @ to confirm or drop" } satisfies Record<Lack, string>,
  complete: (items: number) => `All ${counted(items, "item")} are finished`,
  completeText: "Closing gives the minutes their numbers and ends the meeting.",
  does: "What closing does",
  recorded: (n: number) => `${counted(n, "action")} that the coordinator recorded will count`,
  readOut: "Read out what was tasked",
  readOutSoFar: (said: number, of: number) => (said === of ? `${of === 1 ? "It was" : `All ${of} were`} read out.` : `${said} of ${counted(of, "action")} read out. Each owner hears what, by when, and how it will be known to be done.`),
  readOutLegend: "Read out just now",
  sayHeard: "The owners heard it",
  sayNotThere: "The owners were not there",
  heard: "Heard",
  notThere: "Owner not there",
  measured: (wording: string, measure: string) => `${wording}. Done when: ${measure}`,
  recordedItem: (reference: string, owner: string, agency: string, due: string) => `${reference}: ${owner}, ${agency}, by ${due}`,
  cases: (n: number) => `${counted(n, "case")} will be closed`,
  parked: (n: number) => `${counted(n, "parked item")} put off to another meeting`,
  numbers: "The minutes get their running numbers and stay in draft until they are sent",
  button: "Close the meeting",
  shut: "Items you are recused from",
  stillToConclude: { chair: "The chair has still to conclude an item you are recused from.", deputy: "The deputy has still to conclude an item you are recused from." },
  shutConcluded: "They are concluded. Closing gives them their numbers and lets what was decided take effect.",
  concluded: "Concluded",
  notConcluded: "Not concluded",
  recusedFrom: { chair: "Items the chair is recused from", deputy: "Items the deputy is recused from" },
  concludeNote: {
    chair: "The deputy concludes them. The chair can close the meeting once they are concluded.",
    deputy: "The chair concludes them, unless the chair closes the meeting. The deputy can close it once they are concluded.",
  },
  conclude: "Conclude this item",
  concludedBy: { chair: "The deputy has still to conclude it.", deputy: "The chair has still to conclude it." },
  finishFirst: "It is not finished yet.",
  waits: "You are recused from an item of this meeting. You can close it once somebody else has concluded that item: the deputy, or the chair where it is the deputy who is recused.",
  notYours: "The chair closes the meeting. The deputy does while the chair is recorded absent.",
} as const;

export const minutesWords = {
  title: (reference: string) => `Minutes of ${reference}`,
  heading: (forum: string) => `Minutes of ${forum}`,
  back: "Meeting",
  noneTitle: "There are no minutes yet",
  noneText: "They are drawn up while the meeting sits, and stand here as a draft once the chair closes it.",
  noneCancelled: "This meeting was cancelled.",
  toRoom: "Go to the room",
  draft: "Draft",
  draftText: "These minutes have not been sent or confirmed. They may still be corrected.",
  sentText: "These minutes were sent for corrections and are confirmed at the next meeting.",
  confirmedText: (meeting: string, day: string) => `Confirmed at the meeting ${meeting} on ${day}.`,
  summaryOfSome: "You can see a summary only of some items",
  summaryOnlyText: "What was said is for those who signed the register, until the minutes are confirmed, and for the chair's office.",
  facts: "The meeting",
  date: "Date",
  closed: "Closed",
  place: "Place",
  presided: "In the chair",
  presidedAs: { chair: { substantive: "Chair", interim: "Interim chair", acting: "Acting chair" }, deputy: { substantive: "Deputy", interim: "Deputy", acting: "Deputy" }, coordinator: { substantive: "Coordinator", interim: "Coordinator", acting: "Coordinator" } },
  present: "Present",
  nobody: "Nobody",
  guest: "guest",
  alsoFor: (others: string) => `also for ${others}`,
  apologies: "Apologies",
  none: "None",
  withInformation: "sent information",
  absent: "Absent",
  interests: "Interests declared",
  interest: (person: string, what: string) => `${person}. ${what}`,
  out: "Out of the room",
  /** "Zofia Nowak: left for item 9, 2:40pm to 2:52pm" */
  leftFor: (name: string, times: string[]) => `${name}: ${times.join("; ")}`,
  outTime: (item: number | null, from: string, until: string | null) => `left${item === null ? "" : ` for item ${item}`}${until === null ? ` at ${from}` : `, ${from} to ${until}`}`,
  decision: "Decision",
  outcome: "Outcome",
  reason: "Reason",
  noNotes: "Nothing was noted.",
  actions: "Actions",
  action: (owner: string, agency: string, due: string) => `${owner}, ${agency}, by ${due}`,
  actionPlan: "Action plan of this meeting",
  circulate: "Send for corrections",
  correct: "Correct the draft",
  printed: (reader: string, at: Date) => `Copy for ${reader} · printed ${momentInWords(at)}`,
} as const;
