import { dueInWords, inWords } from "@/domain/kernel/dates.ts";
import type { ActionState, ActionStepKind, CapacityReason, IncompleteKind } from "@/domain/kernel/enums.ts";
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
