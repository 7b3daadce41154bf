import { counted, inWords } from "@/domain/kernel/dates.ts";
import type { StepDownEnd, WatchFinding } from "@/domain/kernel/enums.ts";
import type { StepDownPart, StepDownStanding } from "@/domain/step-downs/rules.ts";
import type { HeardStepDown } from "@/domain/step-downs/queries/list-step-downs.ts";
import type { StepDownAttention } from "@/domain/step-downs/queries/view-due.ts";

/** For whoever raised what a step-down is of. */
export const toldOfStepDown = {
  title: "Things have improved",
  since: (day: string) => `The meeting stepped it down on ${inWords(day)} and keeps watch.`,
  by: (agency: string) => `${agency} tells you what may be told.`,
  words: "What you may know",
} as const;

export const watchFindingWords: Record<WatchFinding, string> = { quiet: "Quiet", some_concern: "Some concern", trigger_met: "What brings it back has happened" };
export const watchFindingTones = { quiet: "green", some_concern: "amber", trigger_met: "red" } as const satisfies Record<WatchFinding, string>;
export const stepDownEndWords: Record<StepDownEnd, string> = { dropped: "Given up", undone: "Undone", returned: "Came back", closed: "Closed" };
export const standingWords: Record<StepDownStanding, string> = { preparing: "Being prepared", watching: "Under watch", over: "Watch is over", ...stepDownEndWords };
export const standingTones = { preparing: "purple", watching: "green", over: "amber", dropped: "grey", undone: "grey", returned: "amber", closed: "grey" } as const satisfies Record<StepDownStanding, string>;

export const partWords: Record<StepDownPart, string> = {
  actions: "Every action is ended",
  assessment: "What has changed, and how you know",
  risk: "Risk, scored again",
  watch: "Who keeps watch, and what brings it back",
  telling: "Who tells whom",
};

export const stepDownWords = {
  title: "Step down",
  titleOf: (reference: string) => `Step down: ${reference}`,
  titleOfPart: (part: string, reference: string) => `${part}: ${reference}`,
  link: "Step down",
  goOn: "Go on with the step-down",
  lead: "For a case that no longer needs the forum. It stays under watch, and comes back by itself if it has to.",
  before: "What it takes",
  beforeItems: [
    "No action on the case is open",
    "You can say what has become better, and how you know",
    "The risk has been scored again",
    "An agency keeps watch for 3, 6 or 12 months",
    "Whoever raised it is told, or there is a reason why not",
  ],
  begin: "Begin",
  parts: "Parts of the step-down",
  cannotYet: "Cannot start yet",
  done: "Completed",
  toDo: "To do",
  check: "Check and sign",
  checkHint: "The chair signs. Until then the case goes on as it is.",
  checkHintWhole: "Everything is there.",
  drop: "Give up this step-down",
  cancel: "Back to the step-down",
  save: "Save and continue",

  actionsLead: "A case is stepped down once everything it was to do is done, or is not to be done any more.",
  allEnded: "Every action on this case is ended.",
  stillOpen: (many: number) => `Finish, move or cancel ${counted(many, "action")} first`,
  actionOf: (agency: string, owner: string, due: string) => `${agency}, ${owner}, due ${inWords(due)}`,
  toActions: "Open the action plan",

  changed: "What has changed",
  changedHint: "What is better than when the forum took the case",
  evidence: "How you know",
  evidenceHint: "Who says so, since when, and what you counted",
  voice: "What the victim or community says",
  voiceHint: "In their words where you have them",
  voiceMissing: "Why their voice is missing",
  voiceMissingHint: "Only where you could not ask them",
  assessmentLead: "The meeting and whoever reads the record later see this.",

  leadAgency: "Agency that keeps watch",
  selectAgency: "Select an agency",
  watchMonths: "How long the watch lasts",
  months: (n: number) => counted(n, "month"),
  checks: "How often it looks in",
  checkItems: { monthly: "Every month", thirds: "Three times over the watch" },
  returnTrigger: "What brings the case back",
  returnTriggerHint: "Name nobody: the agency that keeps watch no longer reads the record",
  watchLead: "The agency says what it finds each time. If what you write here happens, the case is open again at once.",

  tellingLead: "Somebody who knows them tells them, never a letter without a word.",
  raiser: "Who tells whoever raised it",
  nobodyTells: "Nobody does, for a reason",
  raiserNotTold: "Why whoever raised it is not told",
  victim: "Who tells the victim",
  victimNotTold: "Why the victim is not told",
  notToldHint: "Only where nobody tells them",
  tellable: "What they may be told",
  tellableHint: "Name nobody. Would it tell the person causing harm anything?",

  signTitle: "Check and sign",
  rows: { decided: "Decided", actions: "Actions", changed: "What has changed", evidence: "How you know", voice: "Victim or community", risk: "Risk matrix", watch: "Watch", trigger: "What brings it back", raiser: "Whoever raised it", victim: "Victim", tellable: "What they may be told" },
  change: "Change",
  decidedAt: (meeting: string) => `At ${meeting}`,
  between: "Between meetings: it is reported to the next one",
  watchFor: (agency: string, months: number, until: string, every: number) => `${agency}, for ${counted(months, "month")} to ${inWords(until)}, looking in every ${every === 1 ? "month" : counted(every, "month")}`,
  toldBy: (agency: string) => `${agency} tells them`,
  notTold: (reason: string) => `Not told: ${reason}`,
  betweenReason: "Why it is decided between meetings",
  betweenReasonHint: "The next meeting hears it",
  signs: "Signature",
  signsText: "The forum no longer needs to work on this case. I step it down",
  sign: "Sign and step down",
  onlyChair: "The chair signs this. You have prepared it, and it stands on the chair’s home.",
  notWhole: "Some parts are still to do",

  room: "The meeting steps this case down",
  roomText: "It takes effect when the chair signs the step-down.",
  roomLink: "Prepare and sign the step-down",
} as const;

export const watchWords = {
  title: "Watch",
  titleOf: (reference: string) => `Watch: ${reference}`,
  card: "Stepped down",
  link: "See the watch",
  signedBy: "Stepped down by",
  signedOn: (by: string, day: string, meeting: string | null) => `${by}, ${inWords(day)}${meeting ? `, as ${meeting} decided` : ", between meetings"}`,
  because: "Reason",
  keptBy: "Watch is kept by",
  until: "Until",
  next: "Looks in next by",
  noMore: "No more",
  trigger: "What brings it back",
  undoBy: "Can be undone until",
  changed: "What has changed",
  evidence: "How it is known",
  voice: "Victim or community",
  voiceMissing: (reason: string) => `Not heard: ${reason}`,
  told: "Who tells whom",
  raiserBy: (agency: string) => `${agency} tells whoever raised it`,
  raiserNot: (reason: string) => `Whoever raised it is not told: ${reason}`,
  victimBy: (agency: string) => `${agency} tells the victim`,
  victimNot: (reason: string) => `The victim is not told: ${reason}`,
  tellable: "What they may be told",
  ended: "Ended",
  endedBy: (end: StepDownEnd, by: string, at: string) => `${stepDownEndWords[end]}: ${by}, ${at}`,
  repeat: "A repeat: within 12 months",
  lateBy: (days: number) => `${counted(days, "day")} late`,
  checks: "What the watch found",
  noChecks: "Nobody has looked in yet",
  noChecksText: "What the agency finds each time stands here, for it and for the chair’s office.",
  earlier: (day: string) => `Stepped down on ${inWords(day)}`,
  summaryOnly: "Why it was stepped down is for those who read the record of the case.",
  of: (finding: WatchFinding, by: string, agency: string) => `${watchFindingWords[finding]}: ${by}, ${agency}`,
  acts: "What you can do",
} as const;

/** The acts on a case under watch, each a page that asks one thing. */
export const watchActs = {
  "check-in": { title: "Say what you found", link: "Look in", lead: "Whoever keeps watch says how it is. The chair’s office reads it.", button: "Save what you found" },
  return: { title: "Bring the case back", link: "Bring it back", lead: "It is open again with its history, and comes to the next meeting by itself. Within 12 months it counts as a repeat.", button: "Bring the case back" },
  close: { title: "Close the case", link: "Close the case", lead: "Its watch ends, and the case is closed for good. Should it begin again, it is a new case.", button: "Close the case" },
  undo: { title: "Undo the step-down", link: "Undo", lead: "The case is open again as if it had never been stepped down. That is no return.", button: "Undo the step-down" },
} as const;
export type WatchAct = keyof typeof watchActs;

export const watchForm = {
  titleOf: (act: string, reference: string) => `${act}: ${reference}`,
  finding: "What you found",
  findingHints: { quiet: "Nothing that you would bring to a meeting", some_concern: "Something to look at again", trigger_met: "The case is open again at once" } satisfies Record<WatchFinding, string>,
  note: "In your words",
  noteHint: "What you saw or heard, and from whom",
  trigger: "What brings it back",
  reason: "Reason",
  cancel: "Cancel",
} as const;

/** On its item of a meeting: what is put forward, what was done since the last one, and what came back. */
export const heardWords = {
  heading: "Step-downs and returns",
  nothing: "Nothing is put forward.",
  kinds: {
    proposed: () => "A step-down is prepared",
    between: ({ on, leadAgency, until }) => `Stepped down between meetings on ${inWords(on)}${leadAgency && until ? `, watched by ${leadAgency} until ${inWords(until)}` : ""}`,
    over: ({ until, leadAgency }) => `The watch${leadAgency ? ` of ${leadAgency}` : ""}${until ? ` was over on ${inWords(until)}` : " is over"}: close the case, or bring it back`,
    returned: ({ on, isRepeat }) => `Came back on ${inWords(on)}${isRepeat ? ", a repeat within 12 months" : ""}`,
    undone: ({ on }) => `Its step-down was undone on ${inWords(on)}`,
    closed: ({ on }) => `Closed after its watch on ${inWords(on)}`,
  } satisfies Record<HeardStepDown["kind"], (one: HeardStepDown) => string>,
} as const;

/** On the home of the chair's office, after the reference. */
export const dueWords = {
  kinds: {
    toSign: () => "has a step-down being prepared. Finish and sign it",
    watchOver: ({ on }) => `was under watch until ${inWords(on)}. Close it, or bring it back`,
    checkLate: ({ agency, on }) => `was to be looked in on by ${inWords(on)}. Ask ${agency ?? "the agency"} how it is`,
  } satisfies Record<StepDownAttention["kind"], (one: StepDownAttention) => string>,
  card: "Cases your agency keeps watch on",
  line: (due: string, late: number) => (late > 0 ? `look in: ${counted(late, "day")} late` : `look in by ${inWords(due)}`),
} as const;
