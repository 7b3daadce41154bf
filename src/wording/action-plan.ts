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
  declined: { word: "Declined by agency", icon: "ban", tone: "amber", outline: false },
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
  declined: "Declined",
  kept: "Kept with its owner",
  proposed_owner: "Another owner proposed",
  asked_more_time: "More time asked for",
  time_granted: "More time given",
  time_refused: "More time refused",
  changed: "Changed",
  waiting: "Waiting for somebody",
  waiting_over: "No longer waiting",
};

/** The same in the audit's sentences, for the steps that leave an action where it was. */
export const actionStepPhrases: Record<ActionStepKind, (reference: string) => string> = {
  recorded: (of) => `recorded the action ${of}`,
  assigned: (of) => `assigned the action ${of}`,
  accepted: (of) => `accepted the action ${of}`,
  progress: (of) => `reported progress on the action ${of}`,
  reported_done: (of) => `reported the action ${of} done`,
  reported_incomplete: (of) => `reported the action ${of} incomplete`,
  returned: (of) => `returned the action ${of}`,
  verified: (of) => `verified the action ${of}`,
  cancelled: (of) => `cancelled the action ${of}`,
  reassigned: (of) => `gave the action ${of} to somebody else`,
  declined: (of) => `declined the action ${of}`,
  kept: (of) => `kept the action ${of} with its owner`,
  proposed_owner: (of) => `proposed another owner for the action ${of}`,
  asked_more_time: (of) => `asked for more time for the action ${of}`,
  time_granted: (of) => `gave more time for the action ${of}`,
  time_refused: (of) => `refused more time for the action ${of}`,
  changed: (of) => `changed the action ${of}`,
  waiting: (of) => `said for whom the action ${of} waits`,
  waiting_over: (of) => `said that the action ${of} waits no longer`,
};

export const actionGroupWords: Record<ActionGroup, string> = {
  open: "Open actions",
  all: "All actions",
  with_chair: "Back with the chair",
  ownerless: "Owner gone",
  going_round: "On cases that keep coming back",
  recorded: "Waiting to be confirmed",
  overdue: "Overdue",
  due_soon: "Due in 7 days",
  on_track: "On track",
  waiting_for_chair: "Update waiting for chair",
  done: "Done",
  circumstances_changed: "Cannot be done",
  not_done: "Not done by agency",
  declined: "Declined by agency",
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
    case "declined":
      return "Declined";
    case "circumstances_changed":
    case "not_done":
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
  columns: { reference: "Reference", action: "Action", agency: "Agency", owner: "Owner", due: "Due", status: "Status" },
  carried: (n: number) => `Carried over ${counted(n, "meeting")}`,
  aged: (days: number, meetings: number) => `${counted(days, "day")} old, carried over ${counted(meetings, "meeting")}`,
  asksTime: (due: string) => `Asks for more time, until ${due}`,
  asksOwner: "Another owner proposed",
  waits: (until: string) => `Waiting for somebody, until ${until}`,
  versions: "Versions",
  compact: "Compact rows",
  comfortable: "Comfortable rows",
  pressure: "What stands in the way",
  unanswered: "Not accepted",
  ownerGone: "Owner gone",
  empty: { title: "No actions match these filters", text: "Actions given at a meeting stand here, with who owns them and when they are due.", clear: "Clear filters" },
  emptyMeeting: { title: "No actions were given at this meeting", text: "Actions that the chair gives at a meeting stand here from then on." },
  noForum: { title: "You have no action plan", text: "An action plan belongs to a forum. It is shown to those who sit on the forum or serve it." },
  printedAs: (who: string, when: string) => `Copy for ${who} · printed ${when}`,
  minutesLink: "The minutes of this meeting",
} as const;

/** One act on several actions, checked before it is done. */
export const severalWords = {
  select: "Act on several",
  stop: "Stop selecting",
  act: "With the selected actions",
  acts: { verify: "Verify as done", reassign: "Give to somebody else", move: "Change the date", cancel: "Cancel" },
  next: "Continue",
  selectRow: (reference: string) => `Select ${reference}`,
  selectHead: "Select",
  none: { title: "Select an action for this", text: "Go back to the plan and tick the actions first. A selection holds for one page." },
  titles: { verify: "Verify several actions", reassign: "Give several actions to somebody else", move: "Change the date of several actions", cancel: "Cancel several actions" },
  lead: "It is done with all of these or with none. Each keeps it in its own history.",
  can: (n: number) => `${counted(n, "action")} it is done with`,
  cannot: (n: number) => `${counted(n, "action")} it can't be done with`,
  cannotText: "They stand in another state, or are not yours to act on. They stay as they are.",
  nothing: "It can be done with none of these.",
  due: "New date",
  dueHint: "For example, 8 1 2027",
  owner: "New owner",
  selectOwner: "Select somebody at the table",
  reason: "Reason",
  hint: "It is kept with each of them, and their owners read it",
} as const;

/** The plan as it stood when meetings closed, and what changed from one to the next. */
/** The picture of what agencies lack, as it adds up. */
export const pressureWords = {
  title: "What stands in the way",
  lead: (month: string) => `What each agency has in hand today, and the reasons it gave for what was not done since ${month}.`,
  caption: "Actions and capacity reasons by agency",
  agency: "Agency",
  open: "Open now",
  late: "Late now",
  notDone: "Not done",
  none: { title: "Nothing is open, and nothing was left undone", text: "When an agency reports an action as not done, its reason is counted here." },
} as const;

export const versionWords = {
  title: (code: string) => `Versions of the plan of ${code}`,
  lead: "Each time a meeting closes, the plan as it stands is kept as a version. It is shown in the words you may read today.",
  none: { title: "No version yet", text: "The next meeting that closes publishes the first." },
  version: "Version",
  meeting: "Published at the closing of",
  published: "Published",
  actions: "Actions",
  titleOf: (meeting: string, number: number) => `Plan of ${meeting}, version ${number}`,
  publishedAt: (forum: string, when: string) => `${forum} · published ${when}`,
  comparedWith: (meeting: string) => `Compared with the version of ${meeting}`,
  first: "The first version: there is none before it to compare with",
  against: "Compare with",
  apply: "Compare",
  back: "All versions",
  empty: "Nothing in this version is open to you.",
  sections: { done: "Done since last time", ended: "Ended without being done", fresh: "New", changed: "Changed date or owner", late: "Going late", open: "Still open" },
  sectionOf: (title: string, n: number) => `${title} (${n})`,
  wasDue: (day: string) => `Was due ${day}`,
  wasWith: (who: string) => `Was with ${who}`,
  newHere: "New in this version",
} as const;

/** What a meeting hears first when it comes to its actions. */
export const sinceLastWords = {
  title: "Since last time",
  since: (when: string) => `Since the meeting that closed on ${when}`,
  done: (n: number) => `Done since last time (${n})`,
  ended: (n: number) => `Ended without being done (${n})`,
  notDone: (n: number) => `Agreed and not done (${n})`,
  none: { done: "Nothing was verified since last time.", notDone: "Nothing that was agreed is still open." },
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
  acceptNaming: "Accept, and name who does it",
  decline: "Decline",
  proposeOwner: "Propose another owner",
  askTime: "Ask for more time",
  waitFor: "Say for whom it waits",
  waitAgain: "Change for whom it waits",
  endWaiting: "It waits no longer",
  keepOwner: "Keep it with its owner",
  settleTime: "Answer",
  change: "Change it",
  thank: "Verify and thank",
  officer: "Done by",
  waitingFor: "Waiting for",
  waitingUntil: (who: string | null, until: string) => `${who ?? "Somebody outside the partnership"}, until ${until}`,
  waitingOver: "That day has passed.",
  askedTime: (due: string) => `The owner asks for more time, until ${due}. The reason stands in the history.`,
  askedOwner: (who: string) => `The owner proposes ${who} in their place. Give it to them, or keep it with its owner.`,
  declinedToChair: "The agency declined. Give it to somebody else, keep it with its owner, or cancel it.",
  askedTimeNote: (due: string) => `More time asked for, until ${due}. The chair has not answered yet.`,
  askedOwnerNote: (who: string) => `${who} proposed as owner. The chair has not answered yet.`,
  declinedNote: "Its agency declined. It is back with the chair.",
  nameless: "Without names",
  earlier: "What it said before",
  earlierUntil: (when: string) => `Until ${when}`,
  thanks: "Thanks",
  thanksBy: (by: string, to: string, when: string) => `${by} to ${to}, ${when}`,
  stepDue: { asked_more_time: (due: string, was: string) => `Until ${due}, due ${was}`, time_granted: (due: string, was: string) => `Due ${due}, before ${was}`, time_refused: (due: string, was: string) => `Not until ${due}: due ${was}`, changed: (due: string, was: string) => `Due ${due}, before ${was}` },
  stepWaits: (on: string | null, until: string) => `${on ?? "Somebody outside"}, until ${until}`,
  stepPerson: { accepted: (who: string) => `Done by ${who}`, proposed_owner: (who: string) => `Proposed: ${who}`, kept: (who: string) => `With ${who}` },
  return: "Return",
  cancel: "Cancel the action",
  reassign: "Give it to somebody else",
} as const;

/** The pages that ask one thing about an action. */
export const actionForms = {
  accept: {
    title: "Accept, and say who does it",
    lead: "Your agency takes the action on. Answering for it stays yours. Naming somebody doesn't open the case to them: the chair can.",
    officer: "Who does it",
    oneself: "I do it myself",
    button: "Accept the action",
  },
  decline: {
    title: "Decline the action",
    lead: "It goes back to the chair with your reason. The chair gives it to somebody else, keeps it with you, or cancels it.",
    reason: "Reason",
    hint: "Why it is not for your agency to do",
    button: "Decline the action",
  },
  "propose-owner": {
    title: "Propose another owner",
    lead: "The action stays yours until the chair answers.",
    owner: "Who should own it",
    selectOwner: "Select somebody at the table",
    reason: "Reason",
    hint: "Why it is theirs. The chair reads it",
    button: "Send to the chair",
  },
  "more-time": {
    title: "Ask for more time",
    lead: "The date stays as it is until the chair gives more time.",
    due: "New date",
    dueHint: "For example, 8 1 2027",
    reason: "Reason",
    hint: "What is in the way, and what changes until then",
    button: "Send to the chair",
  },
  waiting: {
    title: "Say for whom it waits",
    lead: "It is shown beside the action. The action is still due when it is due.",
    on: "Who it waits for",
    selectOn: "Select an agency",
    outside: "Somebody outside the partnership",
    until: "Until when",
    untilHint: "For example, 8 1 2027",
    note: "What it waits for",
    hint: "What was asked of them, and when",
    button: "Save",
  },
  keep: {
    title: "Keep it with its owner",
    lead: "The owner reads your reason. Where they declined, they are asked to answer again.",
    reason: "Reason",
    hint: "Why it is theirs to do",
    button: "Keep it with them",
  },
  time: {
    title: "Answer: more time",
    lead: "With more time the action is due on the new date. Both dates stay on its record.",
    answer: "More time",
    grant: (due: string) => `Give more time, until ${due}`,
    refuse: "Refuse: the date stays",
    reason: "Reason (optional where you give more time)",
    hint: "The owner reads it",
    button: "Send the answer",
  },
  change: {
    title: "Change the action",
    lead: "The owner reads what it says now and what it said before.",
    wording: "What is to be done",
    wordingHint: "Begin with a verb",
    nameless: "Without names (optional)",
    namelessHint: "What everybody on the forum may read. Leave it empty for no words at all",
    namesNobody: "These words name nobody: change it all the same",
    measure: "How it will be known to be done",
    due: "Date the action is due",
    dueHint: "For example, 8 1 2027",
    reason: "Reason",
    hint: "Why it is changed. The owner reads it",
    button: "Change the action",
  },
  verify: {
    title: "Verify as done",
    lead: "The action is over. Words of thanks reach whoever did it, on their home page and the action.",
    thanks: "Thanks (optional)",
    thanksHint: "One line that names nobody of the case",
    namesNobody: "These words name nobody: send them all the same",
    button: "Verify as done",
  },
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
