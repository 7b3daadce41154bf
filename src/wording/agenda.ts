import { counted, inWords, minutesInWords, monthInWords } from "@/domain/kernel/dates.ts";
import type { ActionState, AgendaItemKind } from "@/domain/kernel/enums.ts";
import type { RecusedFrom } from "@/domain/meetings/queries/list-agenda.ts";
import type { PutOffBecause } from "@/domain/meetings/queries/read-reasons.ts";
import { actionStateWords } from "./action-states.ts";
import { agendaItemWords } from "./meetings.ts";

/** What an item of an agenda is called: its case, what somebody brings, or the standing item. It names nobody. */
type Titled = { kind: AgendaItemKind; case: { reference: string; title: string } | null; title: string | null; recusedFrom?: RecusedFrom | null };
export const lineTitle = ({ kind, case: found, title, recusedFrom }: Titled): string => recusedFrom?.reference ?? (found ? `${found.reference} ${found.title}` : (title ?? agendaItemWords[kind]));

/** "until: the figures of the force, at the latest from 12 January 2027" */
export const untilWords = ({ untilWhat, untilOn }: { untilWhat?: string | null; untilOn?: string | null }): string | null => {
  if (untilWhat) return `until: ${untilWhat}${untilOn ? `, at the latest from ${inWords(untilOn)}` : ""}`;
  return untilOn ? `until ${inWords(untilOn)}` : null;
};

/** A reason with what is waited for: the full stop of the one comes after the other. */
export const becauseWords = (why: string, until: Parameters<typeof untilWords>[0]): string => {
  const waits = untilWords(until);
  return waits === null ? why : `${why.replace(/\.$/, "")}; ${waits}`;
};

const fileTypes = { pdf: "PDF", docx: "Word document", txt: "Plain text" };

export const agendaWords = {
  title: (reference: string) => `Agenda of ${reference}`,
  titleOfItem: (reference: string, number: number) => `Agenda of ${reference}, item ${number}`,
  draft: "Draft agenda",
  agenda: "Agenda",
  keep: "Work on the agenda",
  toMeeting: "To the meeting",
  toAgenda: "Agenda",
  draftLead: "It goes on building itself: what becomes due appears here until you publish. What you change stays changed.",
  publishedLead: "The items and their order stand. What you add now comes in a supplement, and the members are told by email.",
  item: (number: number) => `Item ${number}`,
  place: "Move to number",
  move: "Move",
  up: "Move up",
  down: "Move down",
  about: (number: number, title: string) => `item ${number}, ${title}`,
  change: "Open",
  presenter: (who: string) => `Presented by ${who}`,
  papers: (n: number) => counted(n, "paper"),
  invited: (n: number) => `${counted(n, "person", "people")} asked in`,
  planned: "Planned",
  restricted: "Restricted",
  restrictedNote: "Its papers are for those on the register.",
  supplement: (number: number) => `Supplement ${number}`,
  supplementOf: (number: number, day: string) => `Supplement ${number}, ${inWords(day)}`,
  putOff: ({ meeting, why, untilWhat, untilOn }: Pick<PutOffBecause, "meeting"> & Partial<PutOffBecause>) => becauseWords(why ? `Put off at ${meeting}, because: ${why}` : `Put off at ${meeting}`, { untilWhat, untilOn }),
  /** Where it was put off more than once. */
  putOffTimes: (chain: readonly Pick<PutOffBecause, "month">[]) => `Put off ${chain.length} times since ${monthInWords(chain.at(-1)?.month ?? "")}`,

  publish: "Publish the agenda",
  publishNote: "It stays as it is then, and the members are told by email, with no more than a link.",

  details: "Details",
  minutes: "Minutes",
  minutesHint: "From 1 to 240",
  presenterLabel: "Who presents it (optional)",
  presenterHint: "A post or an agency",
  itemTitle: "Title",
  itemTitleOptional: "Title (optional)",
  itemTitleHint: "It names nobody: members read it before they sign",
  restrict: "Only those on the register open its papers",
  save: "Save",

  leaveOff: "Leave it off",
  leaveOffNote: { byItself: "It comes back to the next agenda by itself.", brought: "It waits until you take it onto an agenda." },
  why: "Why it is left off",
  hasPapers: "Withdraw its papers to leave it off.",

  add: "Add an item",
  addNote: { draft: "It is placed before any other business; move it as you like.", published: "It comes in a supplement." },
  kind: "Kind of item",
  selectKind: "Select a kind",
  addButton: "Add to the agenda",

  waiting: "Waiting list",
  waitingNone: "Nothing waits for a place.",
  waitingSince: (line: { leftOff: string | null; why: string | null; plannedMinutes: number; since: string }) =>
    [line.leftOff ? `Off ${line.leftOff} since ${inWords(line.since)}` : `Since ${inWords(line.since)}`, minutesInWords(line.plannedMinutes)].join(", ") + (line.why ? `: ${line.why}` : ""),
  byItself: "Comes back by itself.",
  take: "Take it",
  end: "Take off the list",

  papersTitle: "Papers",
  noPapers: "No papers yet.",
  caseReaders: "Read by those to whom the case is open.",
  forumReaders: "Read by the members of the forum once the agenda is published, by those on the register alone where a paper is restricted, and by some agencies alone where it is for them.",
  fileFacts: (type: keyof typeof fileTypes, bytes: number) => `${fileTypes[type]}, ${Math.max(1, Math.round(bytes / 1000)).toLocaleString("en-GB")} kB`,
  paper: (number: number, title: string) => `Paper ${number}: ${title}`,
  addPaper: "Add a paper",
  paperTitleHint: "It names nobody. What the file is called on your computer is not kept",
  file: "File",
  fileHint: "A PDF, a Word document (.docx) or plain text, 900 kB at most",
  restrictPaper: "Only those on the register open it",
  readers: "Only for these agencies (optional)",
  readersHint: "They and the chair’s office open it. Nobody else learns that there is such a paper. Tick none, and it is for the forum",
  onlyFor: (agencies: readonly string[]) => (agencies.length > 0 ? `Only for ${agencies.join(", ")}` : "Only for agencies that are named"),
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw a paper",
  withdrawReason: "Why it is withdrawn",
  withdrawn: (day: string, reason: string) => `Withdrawn on ${inWords(day)}: ${reason}`,
  invite: "Ask somebody in for this item",
} as const;

export const packWords = {
  title: (reference: string) => `Pack of ${reference}`,
  heading: (forum: string) => `Pack for ${forum}`,
  open: "Open the pack",
  published: (moment: string) => `Agenda published on ${moment}`,
  supplements: "Supplements",
  newItem: (item: number) => `item ${item}`,
  newPaper: (item: number, paper: number) => `paper ${paper} of item ${item}`,
  inSupplement: (number: number) => `In supplement ${number}`,
  summaryOnly: "You can see a summary only",
  summaryOnlyText: "What is known of the cases opens to those who sign the register.",
  contents: "In this pack",
  minutes: (planned: number, limit: number) => `${minutesInWords(planned)} of ${minutesInWords(limit)} planned`,
  background: "What is happening",
  wanted: "What is wanted from the forum",
  papers: "Papers",
  actions: "Actions to go through, those reported done first",
  actionColumns: { reference: "Action", wording: "What", agency: "Agency", due: "Due", state: "Status" },
  namelessWording: (agency: string) => `An action for ${agency}`,
  state: (state: ActionState) => `${actionStateWords[state].charAt(0).toUpperCase()}${actionStateWords[state].slice(1)}`,
  noActions: "No action is open.",
} as const;
