import { counted, dueInWords, inWords } from "@/domain/kernel/dates.ts";
import type { ActionState, ActionStepKind, Capacity, CapacityReason, IncompleteKind } from "@/domain/kernel/enums.ts";
import type { ActionGroup } from "@/domain/action-plan/inputs.ts";
import type { ActionStatus } from "@/domain/action-plan/rules.ts";

/** How an action stands: word, icon and colour, in that order of trust. One table, used wherever an action is shown. */
export const actionStatusLooks = {
  recorded: { word: "Waiting to be confirmed", icon: "hourglass", tone: "purple", outline: false },
  overdue: { word: "Overdue", icon: "circle-alert", tone: "red", outline: false },
  due_soon: { word: "Due soon", icon: "clock", tone: "amber", outline: false },
  on_track: { word: "On track", icon: "circle-dashed", tone: "blue", outline: false },
  waiting_for_chair: { word: "Update waiting for chair", icon: "inbox", tone: "purple", outline: false },
  done: { word: "Done", icon: "circle-check", tone: "green", outline: false },
  circumstances_changed: { word: "Cannot be done – circumstances changed", icon: "ban", tone: "grey", outline: false },
  not_done: { word: "Not done by agency", icon: "circle-x", tone: "red", outline: true },
  declined: { word: "Declined", icon: "ban", tone: "grey", outline: false },
  cancelled: { word: "Cancelled by chair", icon: "ban", tone: "grey", outline: false },
} as const satisfies Record<ActionStatus, { word: string; icon: string; tone: string; outline: boolean }>;

/** The states as the record keeps them: for the audit and the generated documents. */
export const actionStateWords: Record<ActionState, string> = {
  recorded: "recorded, not yet confirmed",
  assigned: "assigned",
  accepted: "accepted",
  declined: "declined",
  in_progress: "in progress",
  reported_done: "reported done",
  verified: "verified",
  incomplete: "incomplete",
  cancelled: "cancelled",
};

export const incompleteKindWords: Record<IncompleteKind, string> = {
  circumstances_changed: "Cannot be done – circumstances changed",
  not_done: "Not done by agency",
};

export const capacityReasonWords: Record<CapacityReason, string> = {
  staffing: "Not enough staff",
  budget: "No budget for it",
  other_priorities: "Other work came first",
  waiting_on_others: "Waiting for somebody else",
  not_our_power: "Not in our power to do",
};

export const actionStepWords: Record<ActionStepKind, string> = {
  recorded: "Recorded by the coordinator",
  assigned: "Assigned",
  accepted: "Accepted",
  progress: "Progress reported",
  reported_done: "Reported done",
  reported_incomplete: "Reported incomplete",
  returned: "Returned",
  verified: "Verified as done",
  cancelled: "Cancelled",
  reassigned: "Given to somebody else",
};

export const actionGroupWords: Record<ActionGroup, string> = {
  open: "Open actions",
  all: "All actions",
  ownerless: "Owner gone",
  recorded: "Waiting to be confirmed",
  overdue: "Overdue",
  due_soon: "Due in 7 days",
  on_track: "On track",
  waiting_for_chair: "Update waiting for chair",
  done: "Done",
  circumstances_changed: "Cannot be done",
  not_done: "Not done by agency",
  declined: "Declined",
  cancelled: "Cancelled by chair",
};

const ofChair: Record<Capacity, string> = { substantive: "chair", interim: "interim chair", acting: "acting chair" };

/** What stands for an action whose words the reader may not read and whose nameless wording was left empty. */
export const namelessAction = (agency: string) => `An action for ${agency}`;

/** What a due date means today; of an action that ended, when it did. */
export function dueNote({ status, due, endedOn }: { status: ActionStatus; due: string; endedOn: string | null }, today: string): string {
  switch (status) {
    case "overdue":
    case "due_soon":
    case "on_track":
    case "recorded":
      return dueInWords(due, today);
    case "waiting_for_chair":
      return "Reported done";
    case "done":
      return endedOn ? `Done ${inWords(endedOn)}` : "Done";
    case "circumstances_changed":
    case "not_done":
    case "declined":
    case "cancelled":
      return endedOn ? `Ended ${inWords(endedOn)}` : "Ended";
  }
}

export const planWords = {
  title: "Action plan",
  titleOfMeeting: (meeting: string) => `Action plan of ${meeting}`,
  titleOfPage: (page: number, pages: number) => `page ${page} of ${pages}`,
  titleOfOwn: "My actions",
  ownedBy: (forum: string, chair: string | null, capacity: Capacity | null) =>
    chair && capacity ? `${forum} · owned by ${chair} (${ofChair[capacity]})` : `${forum} · the chair is vacant`,
  ownInAll: "What you own in all your forums",
  issuedAt: (day: string) => `As given at the meeting of ${day}`,
  counts: "Actions by how they stand",
  thisQuarter: "this quarter",
  filters: "Filter actions",
  status: "Status",
  agency: "Agency",
  anyAgency: "All agencies",
  forum: "Forum",
  anyForum: "All forums",
  owner: "Owner",
  anyOwner: "Anyone",
  me: "Me",
  ended: "Ended",
  endedAny: "Any time",
  endedThisQuarter: (from: string) => `Since ${from}`,
  found: (n: number) => counted(n, "action"),
  sortedBy: { due: "sorted by due date, the earliest first", "-due": "sorted by due date, the latest first", reference: "sorted by reference", "-reference": "sorted by reference, backwards", owner: "sorted by agency and owner", "-owner": "sorted by agency and owner, backwards" },
  showAll: "Show all for printing",
  tooMany: (shown: number, total: number) => `These are the first ${shown.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}. Filter by status or agency to print the rest.`,
  columns: { reference: "Reference", action: "Action", owner: "Owner", due: "Due", status: "Status" },
  carried: (n: number) => `Carried over ${counted(n, "meeting")}`,
  unanswered: "Not accepted",
  ownerGone: "Owner gone",
  empty: { title: "No actions match these filters", text: "Actions given at a meeting stand here, with who owns them and when they are due.", clear: "Clear filters" },
  emptyMeeting: { title: "No actions were given at this meeting", text: "Actions that the chair gives at a meeting stand here from then on." },
  noForum: { title: "You have no action plan", text: "An action plan belongs to a forum. It is shown to those who sit on the forum or serve it." },
  printedAs: (who: string, when: string) => `Copy for ${who} · printed ${when}`,
  minutesLink: "The minutes of this meeting",
} as const;

export const actionWords = {
  back: "Action plan",
  title: (reference: string) => `Action ${reference}`,
  titleOfAct: (act: string, reference: string) => `${act}: ${reference}`,
  summaryOnly: "You can see a summary only",
  summaryOnlyText: "The full words of an action are for its owner while it is open, for the chair's office, and for those who signed the register of the meeting.",
  about: "What is to be done",
  measure: "How it will be known to be done",
  owner: "Owner",
  due: "Due",
  case: "Case",
  noCase: "None",
  meeting: "Given at",
  forum: "Forum",
  facts: "About this action",
  assignedOn: "Assigned",
  age: "Age",
  ageOf: (days: number) => counted(days, "day"),
  carried: "Carried over",
  carriedOver: (n: number) => (n === 0 ? "Not yet" : counted(n, "meeting")),
  capacity: "What stood in the way",
  unanswered: "Nobody has accepted this action for 5 working days.",
  ownerGone: "Its owner no longer sits on this forum. The chair gives it to somebody else.",
  ownerGoneToChair: "Its owner no longer sits on this forum. Give it to somebody else.",
  givenTo: (who: string) => `To ${who}`,
  history: "History",
  yours: "Your action",
  yoursText: "Say how it stands. The chair sees it at once.",
  forChair: "For the chair",
  waiting: "The owner says that this is done. Check it against how it was to be known, then verify it or return it.",
  incomplete: "The owner says that this will not be done. You can return it with a reason.",
  toConfirm: "The coordinator recorded this. It counts when you confirm it, at the latest on closing.",
  accept: "Accept",
  progress: "Report progress",
  done: "Report it done",
  verify: "Verify as done",
  confirm: "Confirm",
  helping: "You help with this action",
  helpingText: "The chair lets you report on it for its owner. The chair sees it at once.",
  colleagues: "Colleagues who help",
  colleaguesText: "They see the case while the action is open, and may report for its owner. Accepting stays the owner's.",
  noColleagues: "Nobody helps with it.",
  colleague: "Colleague of the owner",
  selectColleague: "Select a colleague",
  allow: "Let them help",
  endHelp: "End",
  endHelpOf: (name: string) => `the help of ${name}`,
  needed: "Who it is about",
  particulars: "What the task needs to know",
  particularsText: "Its owner can be shown who these are while the action is open, each time for a reason that is kept. Their colleagues can't.",
  noParticulars: "It needs no names: its owner sees the case and not who it is.",
  particular: "Person or place",
  selectParticular: "Select a person or place",
  allowParticulars: "Let the owner be shown it",
  endParticulars: "End",
  endParticularsOf: (label: string) => `showing ${label} to the owner`,
  return: "Return",
  cancel: "Cancel the action",
  reassign: "Give it to somebody else",
} as const;

/** The pages that ask one thing about an action. */
export const actionForms = {
  progress: {
    title: "Report progress",
    lead: "The action stays open and yours.",
    note: "Progress",
    hint: "What has been done so far, and what comes next",
    button: "Save progress",
  },
  done: {
    title: "Report it done",
    lead: "The chair checks it and verifies it, or returns it to you with a reason.",
    evidence: "Evidence",
    hint: "What shows that it is done, and where that can be seen",
    button: "Send to the chair",
  },
  "circumstances-changed": {
    title: "It cannot be done: circumstances changed",
    lead: "For when the world moved on and the action no longer makes sense. If something of your agency's stood in the way, report that it was not done.",
    note: "What changed",
    hint: "What is different now, and since when",
    button: "Send to the chair",
  },
  "not-done": {
    title: "It was not done",
    lead: "For when your agency could not do it. The reason is counted, so that the forum can see what its agencies lack.",
    reason: "What stood in the way",
    note: "What happened",
    hint: "What was tried, and what would be needed",
    button: "Send to the chair",
  },
  return: {
    title: "Return to its owner",
    lead: "The action goes on, with your reason on its record.",
    reason: "Reason",
    hint: "What is still missing",
    button: "Return the action",
  },
  reassign: {
    title: "Give it to somebody else",
    lead: "The action goes on with a new owner, who is asked to accept it. Its history stays.",
    owner: "New owner",
    selectOwner: "Select somebody at the table",
    reason: "Reason",
    hint: "Why it goes to somebody else. The new owner reads it",
    button: "Give the action",
  },
  cancel: {
    title: "Cancel the action",
    lead: "The action ends and can't be taken up again. Its history stays.",
    reason: "Reason",
    hint: "Why it is no longer wanted",
    button: "Cancel the action",
  },
} as const;
export type ActionForm = keyof typeof actionForms;
