import type { Progress, ProgressStep, Threshold } from "@/domain/concerns/rules.ts";
import { counted, inWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { ConcernAnswerKind, ConcernFrequency, ConcernMayTell, ConcernState, ConcernTried } from "@/domain/kernel/enums.ts";

/** How a concern stands: for the chair's office, which sees what was decided. */
export const concernStateWords: Record<ConcernState, string> = { logged: "With surgery", raised: "Received", taken: "Taken as a case", joined: "Joined to a case", redirected: "Sent to a service", declined: "Declined", escalated: "Sent to a board", answered: "Answered" };
/** For whoever raised it: taken and joined are one, since nothing tells them that a case was there before. */
export const ownStateWords: Record<ConcernState, string> = { ...concernStateWords, taken: "With the meeting", joined: "With the meeting" };
export const concernLooks = {
  logged: { tone: "grey", icon: "book-open" }, raised: { tone: "purple", icon: "inbox" }, taken: { tone: "blue", icon: "folder-open" }, joined: { tone: "blue", icon: "merge" },
  redirected: { tone: "teal", icon: "arrow-up-right" }, declined: { tone: "grey", icon: "ban" }, escalated: { tone: "amber", icon: "arrow-up" }, answered: { tone: "green", icon: "check" },
} as const satisfies Record<ConcernState, object>;

export const frequencyWords: Record<ConcernFrequency, string> = { once: "Once", now_and_then: "Now and then", weekly: "Every week or so", daily: "Every day or nearly" };
export const triedWords: Record<ConcernTried, string> = { not_yet: "No, this is the first time", surgery: "Yes, I have tried to solve it", service: "Yes, a service was told and it goes on" };
export const mayTellWords: Record<ConcernMayTell, string> = { yes: "Yes", ask_first: "Ask me first", no: "No" };

export const answerKindWords: Record<ConcernAnswerKind, string> = {
  taken: "The meeting took it on as a case", joined: "The meeting joined it to a case", redirected: "Sent to a service", declined: "Declined", escalated: "Sent to a board above the meeting", more_asked: "You were asked for more", more_told: "More was told", replied: "Words for residents", answered: "Answered",
};
const ownAnswerWords: Partial<Record<ConcernAnswerKind, string>> = { taken: "The meeting works on it", joined: "The meeting works on it" };
/** A step as its reader may know it. */
export const stepWords = (kind: ConcernAnswerKind, isOffice: boolean, agency: string | null): string => {
  if (kind === "redirected" && agency) return `Sent to ${agency}`;
  if (kind === "more_asked" && isOffice) return "More was asked";
  return (isOffice ? undefined : ownAnswerWords[kind]) ?? answerKindWords[kind];
};

export const progressStepWords: Record<ProgressStep, string> = { received: "Received", with_meeting: "With the meeting", action: "Action", answer: "Answer" };
export function progressWords({ note }: Progress, hearBy: string | null): string {
  switch (note) {
    case "waiting":
      return hearBy ? `You will hear by ${withWeekday(hearBy)}.` : "It is in your surgery log.";
    case "working":
      return "The meeting is working on it.";
    case "acted":
      return "An action has been agreed.";
    case "acted_done":
      return "An action has been done and checked.";
    case "watched":
      return "Things have improved. The meeting keeps watch.";
    case "finished":
      return "The meeting has finished its work on it.";
    case "redirected":
      return "It is with the service that can put it right.";
    case "escalated":
      return "The meeting has handed it to a board above it, and asks for an answer.";
    case "declined":
      return "The chair has declined it, and says why.";
    case "answered":
      return "The chair has answered.";
  }
}

export const thresholdWords: Record<keyof Threshold, { yes: string; no: string }> = {
  triedLocally: { yes: "It was tried locally first", no: "It was not tried locally first" },
  severalAgencies: { yes: "It needs two or more agencies", no: "Nobody has said that it needs two agencies" },
  repeats: { yes: "It keeps happening", no: "It was reported once" },
  highVulnerability: { yes: "Somebody is highly vulnerable", no: "Nobody has said that somebody is highly vulnerable" },
  emergingHotspot: { yes: "It is an emerging hotspot", no: "Nobody has said that it is an emerging hotspot" },
};

const questionTitles = { what: "What is happening?", where: "Where is it happening?", often: "How often, and was it raised before?", who: "Who told you?", tell: "May we tell them what happens?" };

export const concernWords = {
  plural: "Concerns",
  titleOfPage: (page: number, pages: number) => `Concerns (page ${page} of ${pages})`,
  title: (reference: string) => `Concern ${reference}`,
  raise: "Raise a concern",
  thresholdLink: "What to bring, and what not",
  lists: { label: "Lists of concerns", waiting: "To decide", decided: "To answer", answered: "Answered", mine: "Mine", log: "My surgery log" },
  captions: {
    waiting: "Concerns that wait for the chair, danger first, then the oldest", decided: "Concerns decided that still need words for residents, the oldest first", answered: "Concerns answered, the newest first",
    mine: "Concerns you raised or passed on, the newest first", log: "Your surgery log, what is open first",
  },
  empty: {
    waiting: { title: "No concerns wait for the chair", text: "What councillors and members raise stands here, the oldest first, with the day it is promised an answer." },
    decided: { title: "No concerns need words for residents", text: "A concern stands here once it is decided, until it is answered to the end." },
    answered: { title: "No concerns are answered yet", text: "A concern stands here once the chair has approved the last words for residents." },
    mine: { title: "You have not raised a concern", text: "What you raise stands here with its reference, and how far it has come." },
    log: { title: "Nothing in your surgery log", text: "What you deal with at your surgery can stand here. The third time it happens, it suggests raising it." },
  },
  columns: { concern: "Concern", what: "What", where: "Where", by: "Raised by", clock: "Clock", status: "Status" },
  waited: (days: number) => (days === 0 ? "Today" : counted(days, "working day")),
  hearBy: (day: string) => `answer due ${inWords(day)}`,
  late: (day: string) => `late: due ${inWords(day)}`,
  times: (n: number) => `${counted(n, "time")}`,
  danger: "Speaks of danger",
  asked: "You asked for more",
  askedOwn: "A question for you",
  spoken: "Said at a meeting",
  passedTo: (name: string) => `Passed to ${name}`,
  drafts: (many: number) => (many === 1 ? "You have a concern that is not sent yet" : `You have ${many} concerns that are not sent yet`),
  goOn: "Go on with it",

  facts: "What was raised",
  yours: "What you said",
  what: "What is happening",
  where: "Where",
  ward: "Ward",
  frequency: "How often",
  tried: "Raised before",
  triedText: "What was tried",
  residents: "Residents who spoke of it",
  notCounted: "Not counted",
  mayTell: "May we tell them",
  contact: "How to reach them",
  contactHeld: "Held apart. Say why you need it, and it is shown for 15 minutes.",
  noContact: "None was given",
  shownUntil: (time: string) => `Shown until ${time}`,
  showContact: "Show how to reach them",
  revealReason: "Why you need to reach them",
  revealHint: "For example, to ask which days it happens",
  told: "You were told on",
  raisedBy: "Raised by",
  raisedOn: "Raised on",
  atMeeting: "Said at the meeting",
  passedBy: (name: string) => `Passed to you by ${name}`,
  answers: "Answers",
  noAnswers: "Nothing has been answered yet.",
  record: "For the record",
  times3: (n: number) => `It has happened ${counted(n, "time")} that you know of`,
  suggest: "This is the third time or more. Raise it with the meeting.",
  review: "The person affected can ask for a review",
  reviewText: "If this is anti-social behaviour and it keeps happening, whoever suffers from it has a right to ask for an ASB case review (Anti-social Behaviour, Crime and Policing Act 2014, section 104). Any agency can take the request. Tell them so.",
  again: "It happened again",
  againOn: "Date it happened",
  againNote: "What happened (optional)",
  againSubmit: "Count it",
  recurrences: "Times it happened again",
  raiseLogged: "Raise it with the meeting",
  settle: "I have dealt with it",
  settleWords: "What you did about it",
  settleHint: "It stays in your log, and the meeting does not see it",
  settleSubmit: "Close it in my log",
  tellMore: "Add something",
  answerThem: "Answer the question",
  tellMoreLabel: "What you want to add",
  answerLabel: "Your answer",
  tellMoreSubmit: "Send to the chair",
  replies: "You can tell your resident",
  mayNotTell: "You said that residents are not to be told. Keep these words to yourself, or ask them first.",
  copy: "Copy the words",
  copied: "Copied",
  print: "Print",
  toldOn: "I told them on",
  toldSubmit: "Record that I told them",
  toldDone: (day: string) => `You told your resident on ${inWords(day)}.`,
  toldByRaiser: (day: string) => `Residents were told on ${inWords(day)}`,
  notTold: "Nobody has said that residents were told",
  progress: "How far it has come",
  passedNote: "You passed this on. Its councillor follows it, and the answer goes to them.",

  office: "For the chair to decide",
  officeDone: "What was decided",
  coordinatorNote: "You can prepare the answer. The chair decides.",
  threshold: "Does it meet the threshold?",
  met: "Yes: it was tried locally, and there is more",
  notMet: "Not by what is known so far",
  nearby: (n: number) => (n === 0 ? "No other concern was raised in this ward in the 90 days before" : `${counted(n, "other concern")} raised in this ward in the 90 days before`),
  note: "Note of the chair’s office",
  prepare: "What the chair’s office knows",
  prepareTicks: { severalAgencies: "It needs two or more agencies", highVulnerability: "Somebody is highly vulnerable", emergingHotspot: "It is an emerging hotspot" },
  prepareNote: "Note (optional)",
  prepareNoteHint: "The chair’s office reads this. Do not name a case here",
  prepareSubmit: "Save",
  ways: { take: "Take as a case", joined: "Join to a case", redirected: "Send to a service", declined: "Decline", escalated: "Escalate to a board", ask: "Ask for more", meeting: "Call an extraordinary meeting" },
  proposals: "Prepared answers",
  preparedBy: (name: string, moment: string) => `Prepared by ${name}, ${moment}`,
  look: "Look at it and decide",
  lookOnly: "Look at it",
  linked: "Case",
  similar: "Similar earlier things",
  toReply: "Write words for residents",
  toReplyCheck: "Look at the words and approve them",
  history: "History",

  answerTitles: { joined: "Join it to a case", redirected: "Send it to a service", declined: "Decline it" },
  caseReference: "Reference of the case",
  caseReferenceHint: "For example, CEN-118. It must be an open case of this forum",
  agency: "Service it is sent to",
  selectAgency: "Select a service",
  reason: "What the raiser is told",
  reasonHint: "They read this as the answer, with its reason. Name nobody and no case",
  answerSubmit: "Continue",
  decideTitle: "Check the answer before it is sent",
  decideNote: (by: string) => `${by} reads this, and gets an email that says only that there is an answer.`,
  decideWait: "Only the chair can send it. It stands prepared.",
  decision: "Decision",
  toCase: "Case",
  toAgency: "Service",
  confirmSend: "Confirm and send",
  warned: (words: string) => `These words may show who or where: ${words}`,
  namesNobody: "I have looked at them, and they give nobody away",
  change: "Change",
  askTitle: "Ask for more",
  askLabel: "What you ask",
  askHint: "They read this as you write it. The day that was promised stands",
  askSubmit: "Ask them",
  takeTitle: "Take the concern as a case",
  takeLead: "What was raised is carried over. Each part is shown to fewer people than the one before it.",
  takeReason: "What the raiser is told",
  takeSubmit: "Open the case and tell the raiser",
  replyTitle: "Words for the record, and for residents",
  recordWords: "For the record",
  recordHint: "The chair’s office reads this, and nobody else",
  residentWords: "What residents may be told",
  residentHint: "No names, no addresses, no dates of birth, and nothing that the person causing harm could use",
  replySubmit: "Continue",
  replyCheckTitle: "Check what residents may be told",
  replyCheckNote: (by: string) => `${by} may use these words with residents.`,
  foundTitle: "Look at these words",
  foundNone: "Nothing in it was found to name anybody. You know more than the search does.",
  tellsHarm: "Would this tell the person causing harm anything?",
  tellsHarmItems: { no: "No", yes: "Yes" },
  ends: "Is this the end of it?",
  endsItems: { ends: "Yes, the concern is answered", more: "No, more will follow" },
  approve: "Approve and send",
  approveWait: "Only the chair can approve them. They stand prepared.",
  mayTellNo: "The raiser said that residents are not to be told",
  mayTellAsk: "The raiser wants to ask the residents first",

  live: "Record a concern",
  liveTitle: (reference: string) => `Record a concern at ${reference}`,
  liveLead: "Every concern that is said in the room gets a reference and an answer.",
  liveWho: "Who raises it",
  liveSelect: "Select who raises it",
  liveSubmit: "Record it",
  livePlural: "Concerns awaiting the chair",
  liveNone: "No concerns wait for the chair.",
  back: "Back",
  cancel: "Cancel",
} as const;

export const draftWords = {
  title: concernWords.raise,
  question: (n: number) => `Question ${n} of 5`,
  questions: questionTitles,
  whatHint: "Describe it in your own words. Leave out names unless they are needed",
  ward: "Ward",
  selectWard: "Select a ward",
  place: "Street or place",
  placeHint: "For example, the path behind the shops",
  often: "How often does it happen?",
  tried: "Has it been raised before?",
  triedWords: "What was tried (optional)",
  triedHint: "What you, your surgery or a service did about it",
  residents: "How many residents have spoken of it? (optional)",
  residentsHint: "No names are needed",
  contact: "How to reach one of them (optional)",
  contactHint: "Kept apart. The chair’s office sees it only when it says why",
  surgeryOn: "Date you were told",
  surgeryHint: "For example, 27 11 2026",
  tell: "May we tell them what happens?",
  tellHint: "You are told either way. They are only ever told what the chair approves",
  save: "Save and continue",
  later: "Come back later",
  laterNote: "What you have answered is kept on the server, for you alone.",
  onePage: "Answer all five on one page",
  oneTitle: "Raise a concern on one page",
  after: (reference: string, ward: string) => `From the same surgery as ${reference}: ${ward}`,
  checkTitle: "Check your answers",
  checkEyebrow: "Before it is sent",
  raise: "Raise it with the meeting",
  keep: "Keep it in my surgery log",
  drop: "Throw it away",
  hearIn: (forum: string) => `${forum} takes it. You hear within 5 working days.`,
  noForum: "No meeting takes concerns from this ward yet. Ask the partnership’s administrator.",
  outside: (ward: string) => `${ward} is not your ward`,
  outsideText: (names: string, ward: string) => `${names} is councillor for ${ward}. You can pass it to them, and it stands in their surgery log. Or raise it yourself with the meeting of that area.`,
  outsideNobody: (ward: string) => `Nobody is recorded as councillor for ${ward}. You can raise it with the meeting of that area.`,
  pass: (name: string) => `Pass it to ${name}`,
  dangerTitle: "If someone is in danger now, call 999",
  danger: [
    "Your words speak of somebody who may be in danger. Casemoot is not read around the clock: nobody may see this before the next working day.",
    "If it is happening now, call 999. If it is not an emergency, call 101.",
    "If a child or an adult may be at risk of abuse or neglect, tell the council’s safeguarding team today, by telephone. Say that you are doing so.",
  ],
  dangerKept: "What you wrote is kept. You can go on.",
  goOn: "Go on with the concern",
  dangerCheck: "This speaks of danger. If someone is in danger now, call 999. If somebody may be at risk of abuse, tell the safeguarding team today.",
  sentTitle: "Concern raised",
  loggedTitle: "Kept in your surgery log",
  passedTitle: "Concern passed on",
  reference: "Its reference",
  next: "What happens next",
  sentNext: (forum: string, day: string) => `The chair of ${forum} decides what is to be done, and tells you why. You will hear by ${withWeekday(day)}.`,
  sentMail: "You also get an email. It says that there is an answer, and never what it is about.",
  loggedNext: "Nobody else sees it. When it happens again, count it here. The third time, raise it with the meeting.",
  passedNext: (name: string) => `${name} gets an email, and finds it in their surgery log. They follow it from here.`,
  another: "Add another concern from this surgery",
  see: "See the concern",
  home: "Go to your home page",
  keepCopy: "To keep a copy, print this page or write the reference down.",
} as const;

export const purposeCard = {
  title: "What these meetings are for",
  lead: "Case Identification Meetings bring agencies and councillors of one area together, to solve what one of them can’t solve alone.",
  are: "What they are",
  areItems: ["A confidential meeting of two hours at most, about cases that need two or more agencies", "A place where the chair can task any agency at the table, and where every action is followed to its end", "A place for councillors’ local knowledge: councillors are equal members", "A way to find new hotspots early, and to agree what comes first"],
  areNot: "What they are not",
  areNotItems: ["They don’t replace day-to-day work between agencies", "They are not a councillor’s surgery", "They are not a reason to wait: nothing is saved up for a month", "They don’t replace 999, 101 or the safeguarding team"],
  threshold: "What to bring",
  thresholdLead: "Try it locally first: your surgery, or the service whose job it is. Then bring it, when one of these is true:",
  thresholdItems: ["it needs two or more agencies", "it keeps happening", "somebody is highly vulnerable", "it looks like a new hotspot"],
  chairDecides: "The chair decides, and always answers. You get a reference, and you hear within 5 working days.",
  notHere: "What to take elsewhere",
  notHereItems: ["Danger now: call 999", "A crime that is not an emergency: call 101", "A child or an adult at risk: the council’s safeguarding team, today", "Something that one service can put right: that service"],
  review: concernWords.review,
  reviewText: concernWords.reviewText,
} as const;

export const councillorHome = {
  raiseNote: "It takes a minute. You hear within 5 working days.",
  own: "What happened to your concerns",
  ownEmpty: { title: "Nothing yet", text: "What you raise stands here, with how far it has come, until it is answered and your resident is told." },
  log: "Your surgery log",
  logEmpty: "Nothing is open in your surgery log.",
  logCount: (n: number) => `${counted(n, "entry", "entries")} open`,
  logAgain: (reference: string) => `${reference} has happened three times or more`,
  all: "See all your concerns",
  tell: "You can tell your resident",
  tellEmpty: "Nothing to tell at the moment. Words that the chair approves stand here.",
  open: (reference: string) => `Open ${reference}`,
  ward: (ward: string, forum: string) => `${ward} is covered by ${forum}`,
  wardNote: (chair: string | null, coordinator: string | null) => [chair ? `Its chair is ${chair}.` : "It has no chair today.", coordinator ? `Its coordinator is ${coordinator}.` : ""].filter(Boolean).join(" "),
  noSeat: "You have no seat on it, so its meetings and cases are closed to you. You can raise a concern with it at any time. Ask the coordinator to be invited.",
  noForum: (ward: string) => `No meeting covers ${ward} yet. Ask the partnership’s administrator.`,
  question: "A question for you",
  waiting: "Concerns to decide",
  waitingNote: (many: number, oldest: number, late: number) => `${counted(many, "concern")} waiting, the oldest ${counted(oldest, "working day")}${late > 0 ? `, ${late} past the promised day` : ""}`,
  decide: "Decide concerns",
  prepare: "Prepare concerns",
} as const;
