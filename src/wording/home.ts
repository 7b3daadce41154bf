import { counted, inWords } from "@/domain/kernel/dates.ts";
import { agencyKindWords } from "./gateways.ts";
import type { Attention, Home, HomeStep } from "@/domain/action-plan/queries/view-home.ts";

/** The one next step of a meeting, as a verb. */
export const homeStepWords: Record<HomeStep, string> = {
  prepareAgenda: "Prepare the agenda",
  openDoors: "Open the doors",
  signRegister: "Sign the register",
  openMeeting: "Open the meeting",
  enterRoom: "Go to the room",
  readAgenda: "Read the agenda",
  seeMeeting: "See the meeting",
};

/** What waits, after its reference: one thing and one verb a line. */
export const attentionWords: { [K in Attention["kind"]]: (one: Extract<Attention, { kind: K }>) => string } = {
  overdue: ({ agency, days }) => `is ${counted(days, "day")} late. Ask ${agency} how it stands`,
  allOverdue: ({ forum, many }) => (many === 1 ? `See the overdue action of ${forum}` : `See all ${many} overdue actions of ${forum}`),
  allWaiting: ({ forum, many }) => (many === 1 ? `See the update of ${forum} that waits for the chair` : `See all ${many} updates of ${forum} that wait for the chair`),
  verify: ({ agency }) => `is reported done by ${agency}. Verify it or return it`,
  ownerGone: ({ agency }) => `has lost its owner at ${agency}. Give it to somebody else`,
  allOwnerGone: ({ forum, many }) => (many === 1 ? `See the action of ${forum} that has lost its owner` : `See all ${many} actions of ${forum} that have lost their owners`),
  withChair: ({ forum, many }) => (many === 1 ? `Answer the agency of ${forum} that declined an action or asks about it` : `Answer ${many} agencies of ${forum} that declined an action or ask about it`),
  goingRound: ({ forum, many }) => (many === 1 ? `See the actions on the case of ${forum} that keeps coming back, and decide it at the next meeting` : `See the actions on ${many} cases of ${forum} that keep coming back, and decide them at the next meeting`),
  appointmentEnds: ({ forum, office, capacity, until }) => `${forum}: the appointment of the ${capacity === "substantive" ? "" : `${capacity} `}${office} ends on ${inWords(until)}. Ask the partnership's administrator who follows`,
  agencyAbsent: ({ forum, agencyKind }) => `${forum}: ${agencyKindWords[agencyKind]} must be there, and was at none of the last three meetings. Ask them to send somebody`,
  notListed: ({ board, days }) => `was sent to the ${board} ${counted(days, "day")} ago and is not on its agenda. Ask who holds it there, or withdraw it`,
  receiveEscalation: ({ forum }) => `was sent to your board by ${forum}. Receive it`,
  listEscalation: ({ forum }) => `from ${forum} is on no agenda yet. Put it on one`,
  answerEscalation: ({ forum }) => `was heard and is not answered. Answer ${forum}`,
  closeEscalation: ({ board }) => `is answered by the ${board}. Read the answer and close it`,
  sendEscalation: ({ board }) => `is written for the ${board}. Check and send it`,
  putIntoWords: () => "is to be escalated. Put it into words for the board",
  confirm: ({ agency }) => `is recorded for ${agency}. Confirm it`,
  planYear: ({ forums }) => `Plan the year of ${forums.length === 1 ? forums[0] : `${forums.slice(0, -1).join(", ")} and ${forums.at(-1)}`}`,
  circulateMinutes: () => "has its minutes in draft. Send them for corrections",
  confirmMinutes: () => "has minutes out for corrections. Confirm them at the next meeting",
};

/** What somebody without a seat on a forum can do here now, said plainly. */
export const partWords: Record<Exclude<Home["part"], "office" | "member">, { title: string; text: string }> = {
  governance: { title: "You keep watch over the records", text: "You see who saw, changed and was refused what, across the whole partnership. Case content stays closed to you." },
  administrator: { title: "You administer this partnership", text: "People, offices, forums and settings are kept under Administration, which says what to do next. Case content stays closed to you." },
  evaluator: { title: "You evaluate this partnership's work", text: "Totals by forum stand here, without particulars. Case content stays closed to you." },
  none: { title: "You have no seat on a forum", text: "Meetings, cases and actions open to those who sit on a forum or serve it. Ask the partnership's administrator about a seat." },
};

/** Where each forum is between its meetings. */
export const cycleWords = {
  title: "Where each forum is",
  caption: "Where each forum is, by name",
  columns: { forum: "Forum", next: "Next meeting", agenda: "Its agenda", last: "Last meeting", minutes: "Its minutes" },
  noNext: "None is planned",
  noLast: "None was held",
  none: "None",
  draft: "In draft",
  draftDay: (day: number, of: number) => (day === 0 ? `Closed today, to be sent within ${counted(of, "working day")}` : `Working day ${day} of ${of}`),
  draftLate: (days: number) => `${counted(days, "working day")} late`,
};

export const homeWords = {
  title: "Home",
  greeting: { morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" },
  greet: (greeting: string, who: string) => `${greeting}, ${who}`,
  nextMeeting: (when: string) => `Next meeting: ${when}`,
  inSession: (forum: string) => `${forum} is in session`,
  noMeeting: { title: "No meeting is planned", office: "Schedule the next one, and it stands here.", member: "The next meeting of your forums stands here once it is scheduled." },
  schedule: "Schedule a meeting",
  planned: (items: number, minutes: string) => `${counted(items, "item")}, ${minutes} planned`,
  signed: (many: number) => `${many} signed`,
  laterMeetings: "Other meetings",
  needsAttention: "Needs attention",
  nothingNeedsYou: "Nothing needs you now.",
  lastRegister: "On the register last time",
  ofExpected: (signed: number, expected: number) => `${signed} of ${expected}`,
  registerOf: (forum: string) => forum,
  ownActions: "Your open actions",
  ownEmpty: { title: "You have no open actions", text: "An action that the chair gives you stands here, with the date it is due." },
  answer: "Waiting for your answer",
  update: (reference: string) => `Update on ${reference}`,
  updateHint: "One line on how it stands",
  sendUpdate: "Send the update",
  accept: "Accept",
  decline: "Decline",
  reportDone: "Report it done",
  askedOwner: "You proposed another owner. The chair has not answered yet.",
  thanks: "Thanks",
  thanksBy: (by: string, when: string) => `from ${by}, ${when}`,
  allOwn: (many: number) => `See all ${many} of your actions`,
  cases: "Cases of your forums",
  caseCount: (open: number) => counted(open, "open case"),
  toAudit: "Read the audit",
  toAdministration: "Go to administration",
} as const;
