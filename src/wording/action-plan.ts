import { counted } from "@/domain/kernel/dates.ts";
import type { Capacity } from "@/domain/kernel/enums.ts";

const ofChair: Record<Capacity, string> = { substantive: "chair", interim: "interim chair", acting: "acting chair" };

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
