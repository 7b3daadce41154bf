import { inWords, monthInWords } from "@/domain/kernel/dates.ts";
import type { MeetingChangeKind } from "@/domain/kernel/enums.ts";
import type { plannedAs } from "@/domain/meetings/inputs.ts";

const nths = ["First", "Second", "Third", "Fourth", "Last"] as const;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] as const;
const times = { 1: "Every month", 2: "Every two months", 3: "Every three months", 6: "Every six months" } as const;

export const plannedAsWords: Record<(typeof plannedAs)[number], string> = { sure: "Plan it", provisional: "Plan it as provisional", leave_out: "Leave it out" };

export const changeWords: Record<MeetingChangeKind, string> = { moved: "Moved", cancelled: "Cancelled", made_sure: "Date made sure" };

export const planWords = {
  title: "Plan the year",
  lead: "Choose how often a forum meets, look through the dates, and plan them all at once.",
  whichForum: "Which forum?",
  plannedUntil: (day: string | null) => (day ? `Ordinary meetings are planned until ${inWords(day)}` : "No meeting is planned"),
  rule: "When it meets",
  nth: "Which one",
  nths: nths.map((text, index) => ({ value: String(index + 1), text })),
  weekday: "Weekday",
  weekdays: weekdays.map((text, index) => ({ value: String(index + 1), text })),
  every: "How often",
  everies: Object.entries(times).map(([value, text]) => ({ value, text })),
  from: "First month",
  show: "Show the dates",
  time: "Time they start",
  timeHint: "For example, 2pm or 2:30pm",
  place: "Place",
  placeHint: "A building and a room",
  as: (day: string) => `What to do in ${monthInWords(day.slice(0, 7))}`,
  holiday: (name: string) => `Bank holiday: ${name}. Choose another date, or leave it out`,
  past: "This day is over",
  taken: (day: string) => `${monthInWords(day.slice(0, 7))} has an ordinary meeting already`,
  plan: "Plan these meetings",
  planNote: "Each member gets all of them in one email, for their calendar. It names only references and times.",
  cancel: "Cancel",

  calendar: "Calendar",
  list: "List",
  views: "List or calendar",
  month: (month: string) => monthInWords(month),
  monthCaption: (month: string) => `Meetings in ${monthInWords(month)}, week by week`,
  before: (month: string) => `Go to ${monthInWords(month)}`,
  months: "Other months",
  weekdays7: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  today: "Today",
  bankHoliday: (name: string) => `Bank holiday: ${name}`,
  provisional: "Provisional",
  noneThisMonth: "No meetings this month",

  change: "Move or cancel",
  changeTitle: "Move or cancel the meeting",
  keeps: "It keeps its reference, its agenda and the replies. Everybody round the table is told by email.",
  move: "Move the meeting",
  reason: "Why it is moved",
  reasonHint: "Members of the forum read it. Name nobody",
  onHoliday: "Meet on the bank holiday all the same",
  sure: "The date is provisional",
  sureNote: "Once it is sure, everybody round the table is told by email.",
  makeSure: "Make the date sure",
  cancelTitle: "Cancel the meeting",
  cancelNote: "It is kept with its history and counts as never held. What was on its agenda comes back on the next one by itself. It can't be undone.",
  cancelReason: "Why it is cancelled",
  cancelIt: "Cancel this meeting",
  date: "Date",
  history: "What became of the date",
  fromTo: (from: string, to: string) => `From ${from} to ${to}`,
  was: (when: string) => `Was planned for ${when}`,
  because: (reason: string) => `Because: ${reason}`,
} as const;
