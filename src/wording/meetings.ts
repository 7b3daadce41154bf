import { counted, minutesInWords } from "@/domain/kernel/dates.ts";
import type { AgendaItemKind, Capacity, MeetingKind, MeetingState } from "@/domain/kernel/enums.ts";
import type { NextStep } from "@/domain/meetings/queries/view-meeting.ts";

export const meetingKindWords: Record<MeetingKind, string> = { ordinary: "Ordinary", extraordinary: "Extraordinary" };

export const meetingStateWords: Record<MeetingState, string> = {
  scheduled: "Agenda in draft",
  published: "Agenda published",
  in_session: "In session",
  closed: "Minutes in draft",
  circulated: "Minutes sent for corrections",
  confirmed: "Minutes confirmed",
  cancelled: "Cancelled",
};
export const meetingStateTones = {
  scheduled: "grey", published: "blue", in_session: "purple", closed: "amber", circulated: "blue", confirmed: "green", cancelled: "grey",
} as const satisfies Record<MeetingState, string>;

export const agendaItemWords: Record<AgendaItemKind, string> = {
  register: "Register and declaration",
  interests: "Declarations of interest",
  last_minutes: "Minutes of the last meeting",
  matters_arising: "Matters arising",
  actions: "Actions",
  case: "Case",
  hotspots: "Hotspots and priorities",
  other_business: "Any other business",
  next_meeting: "Date of the next meeting",
  concerns: "Concerns awaiting triage",
  escalations: "Escalations and their answers",
  step_downs: "Stepping down, and returns from watch",
  report: "Report",
  presentation: "Presentation",
  reports_back: "Reports back",
  planned_reports: "Planned reports",
  other_minutes: "Minutes of other boards",
  discussion: "Discussion",
};

export const chairWords: Record<Capacity, string> = { substantive: "Chair", interim: "Interim chair", acting: "Acting chair" };

/** What comes next for the person who reads, and why it waits. */
export const nextStepWords: Record<NextStep, { title: string; note: string }> = {
  publish: { title: "Publish the agenda", note: "It stays as it is now, and cases that become due later are added to it." },
  openDoors: { title: "Open the doors", note: "Members can then sign the register, and those who have signed can open the papers." },
  sign: { title: "Sign the register", note: "It opens the papers of this meeting to you." },
  open: { title: "Open the meeting", note: "You preside. It goes into session, and the clock runs." },
  room: { title: "Go to the meeting", note: "It is in session." },
  minutes: { title: "Read the minutes", note: "The action plan is a document of its own." },
  waitForAgenda: { title: "The agenda is a draft", note: "The coordinator publishes it before the meeting." },
  waitForChair: { title: "Nobody can open this meeting", note: "No chair or acting chair of this forum is appointed today. Ask the partnership's administrator to appoint one." },
  waitForDoorTime: { title: "The doors are not open yet", note: "The chair opens them at most 60 minutes before the start." },
  waitForDoors: { title: "The doors are not open yet", note: "The chair can open them now." },
  waitForOpening: { title: "The meeting has not begun", note: "Whoever presides opens it after signing the register." },
  waitForMinutes: { title: "The minutes are a draft", note: "They are sent out for corrections first." },
  none: { title: "Nothing waits for you here", note: "This meeting does not take place." },
};

/** On pages that follow a meeting live. */
export const liveWords = { changed: "Something changed here.", show: "Show it" };

export const meetingWords = {
  plural: "Meetings",
  upcoming: "To come",
  upcomingCaption: "Meetings to come, the next first",
  noUpcoming: "No meetings are scheduled",
  noUpcomingNote: "The coordinator of a forum schedules its meetings.",
  past: "Held or cancelled",
  pastCaption: "Meetings held or cancelled, the latest first",
  noPast: "No meeting has been held yet",
  noPastNote: "Their minutes will be here.",
  allForums: "All forums",
  columns: { meeting: "Meeting", forum: "Forum", when: "When", place: "Place", state: "Status" },
  signedByMe: "You have signed",

  schedule: "Schedule a meeting",
  scheduleLead: "Its agenda builds itself from what is due, and stays a draft until you publish it.",
  forum: "Forum",
  selectForum: "Select a forum",
  kind: "Kind of meeting",
  kindHints: { ordinary: "One a month", extraordinary: "For what cannot wait until then" } satisfies Record<MeetingKind, string>,
  date: "Date of the meeting",
  dateHint: "For example, 8 12 2027",
  time: "Time it starts",
  timeHint: "For example, 2pm or 2:30pm",
  place: "Place",
  placeHint: "A building and a room",
  cancel: "Cancel",

  agenda: "Agenda",
  draftAgenda: "Draft agenda",
  draftNote: "It builds itself from what is due today. Nothing is fixed until it is published.",
  minutesShort: (minutes: number) => `${minutes} min`,
  isNew: "New",
  children: "Children involved",
  putOff: "Put off last time",
  heardAt: (meetings: number, deferrals: number) => [meetings > 0 ? `Discussed at ${counted(meetings, "meeting")}` : "", deferrals > 0 ? `put off ${times(deferrals)}` : ""].filter(Boolean).join(", ").replace(/^p/, "P"),
  minutesOf: (day: string) => `Minutes of ${day}`,
  totals: (minutes: number, limit: number) => `${minutesInWords(minutes)} of ${minutesInWords(limit)}`,
  over: (minutes: number) => `${minutesInWords(minutes)} over the forum's limit`,
  overReason: "Why the agenda is longer than the limit",
  overReasonHint: "Two hours at most is what people can give",
  overBecause: (reason: string) => `Longer than the limit, because: ${reason}`,
  publish: "Publish the agenda",
  openDoors: "Open the doors",
  openMeeting: "Open the meeting",
  signRegister: "Sign the register",
  goToRoom: "Go to the meeting",
  readMinutes: "Read the minutes",
  register: "Register",
  doorsFrom: (moment: string) => `You can open the doors from ${moment}.`,

  papersShut: "You can see a summary only",
  papersShutText: "Sign the register when the doors are open, and the papers of these cases open to you.",
  papersShutNoCases: "Restricted papers and what was said open to you once you have signed the register.",
  papersOpenNoCases: "The papers are open to you until the minutes are confirmed.",
  papersOpen: "The papers are open to you until the minutes are confirmed. Each case you open is logged.",

  facts: "About this meeting",
  chair: "Chair",
  vacant: "Nobody",
  presided: "Presiding",
  length: "Limit",
  onRegister: "On the register",
  signedOf: (signed: number, expected: number) => `${signed} of ${expected}`,
  lastMinutes: "Last meeting",
  chairEnds: (name: string, day: string) => `The appointment of ${name} ends on ${day}`,
  chairEndsNote: "After that day nobody can open a meeting of this forum until a chair or acting chair is appointed.",

  invite: "Ask somebody in for one item",
  addCase: "Add a case",
  addCaseNote: "For cases that became due after the agenda was published. It is taken before any other business.",
  case: "Case",
  selectCase: "Select a case",
  addToAgenda: "Add to the agenda",
} as const;

const times = (n: number): string => (n === 1 ? "once" : n === 2 ? "twice" : `${n} times`);
