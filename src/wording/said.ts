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
  "meeting.closed": "The meeting is closed. Its minutes stand here in draft.",
  "meeting.minutesCirculated": "The minutes are sent for corrections. They are confirmed at the next meeting.",
  "meeting.minutesConfirmed": "The minutes are confirmed and locked.",
  "case.addedToAgenda": "The case is on the agenda.",
  "meeting.scheduled": "The meeting is scheduled.",
  "meeting.agendaPublished": "The agenda is published.",
  "meeting.doorsOpened": "The doors are open. Members can sign the register.",
  "meeting.opened": "The meeting is in session.",
  "register.signed": "You are on the register.",
  "register.apologiesSent": "Your apologies are recorded.",
  "register.absenceRecorded": "It is recorded on the register.",
  "session.ended": "You have signed out.",
} as const satisfies Record<string, string>;

export type SaidKey = keyof typeof said;
