/** What a page says at its top after something was done. References stand on the page itself, so none is needed here. */
export const said = {
  "action.assigned": "The action is assigned.",
  "action.recorded": "The action is recorded. It counts when the chair confirms it, at the latest on closing.",
  "action.confirmed": "The action is confirmed, and its owner is tasked.",
  "action.accepted": "You have accepted the action.",
  "action.progressReported": "Your update is on the record.",
  "action.doneReported": "Your update is with the chair, who verifies it or returns it.",
  "action.incompleteReported": "Your answer is on the record, and the chair can see it.",
  "action.verified": "The action is verified as done.",
  "action.returned": "The action is back with its owner.",
  "action.cancelled": "The action is cancelled.",
  "case.taken": "The case is open.",
  "meeting.scheduled": "The meeting is scheduled.",
  "session.ended": "You have signed out.",
} as const satisfies Record<string, string>;

export type SaidKey = keyof typeof said;
