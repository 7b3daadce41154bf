/** What a page says at its top after something was done. References stand on the page itself, so none is needed here. */
export const said = {
  "case.taken": "The case is open.",
  "meeting.scheduled": "The meeting is scheduled.",
  "session.ended": "You have signed out.",
} as const satisfies Record<string, string>;

export type SaidKey = keyof typeof said;
