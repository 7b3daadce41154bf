import type { ExportedEvents } from "@/domain/audit/queries/export-events.ts";
import { counted } from "@/domain/kernel/dates.ts";
import { eventSentence } from "./audit-sentences.ts";

/** The audit as a table for a spreadsheet; the moments as computers write them, so that they sort. */
export const exportRows = ({ events, isCut }: ExportedEvents): string[][] => [
  [...auditWords.exportHead],
  ...events.map((told) => [String(told.seq), told.at.toISOString(), told.by ?? "", eventSentence(told), told.reference ?? "", told.reason ?? ""]),
  ...(isCut ? [[auditWords.exportCut(events.length)]] : []),
];

export const auditWords = {
  title: "Audit",
  titleFailed: "Error: Audit",
  subtitle: (events: string) => `${events} in the chain of this partnership. Reading the audit is itself kept.`,
  events: (n: number) => counted(n, "event"),
  filter: "Filter the audit",
  person: "Who did it",
  anyPerson: "Anybody",
  reference: "Reference",
  kind: "What was done",
  anyKind: "Anything",
  from: "From",
  to: "To",
  caption: "Events, newest first",
  number: "Number",
  when: "When",
  what: "What was done",
  record: "Record",
  noRecord: "None",
  reason: "Reason",
  none: "No events match these filters",
  noneNote: "Events appear here as soon as something is done or read. Clear the filters to see all of them.",
  clear: "Clear filters",
  older: "Older events",
  newest: "Newest events",
  pages: "Pages of the audit",
  export: "Download these events",
  exportHead: ["Number", "When", "Who did it", "What was done", "Record", "Reason"],
  exportCut: (n: number) => `Only the newest ${n.toLocaleString("en-GB")} events of these are in this file.`,
  outside: (written: string, at: string) => `The head of the chain was last written outside the database at event ${written}, on ${at}.`,
  notOutside: "The head of the chain has not been written outside the database yet.",
  history: "History",
  historyOf: (reference: string) => `History of ${reference}`,
  readHistory: "What was done with this, and who read it",
  thatDay: (sentence: string, times: number) => `${sentence}, ${times === 2 ? "twice" : `${times} times`} that day`,
  noHistory: "Nothing has been kept about this yet.",
  newestOnly: (n: number) => `The newest ${n}. Information governance can read all of them.`,
} as const;
