import type { AmendedField, AuditEventName } from "@/domain/audit/events.ts";
import type { ToldEvent } from "@/domain/audit/queries/list-history.ts";
import { counted, inWords } from "@/domain/kernel/dates.ts";
import type { Permission } from "@/domain/kernel/policy.ts";
import { actionStateWords } from "./action-plan.ts";
import { caseStageWords } from "./cases.ts";
import { caseDecidedWords, itemOutcomeWords } from "./minutes.ts";

/** Kinds of events, as the desk filters by them. */
export const auditEventWords: Record<AuditEventName, string> = {
  "session.opened": "Signed in",
  "session.refused": "Refused at signing in",
  "session.closed": "Signed out",
  "access.refused": "Refused",
  "meeting.scheduled": "Meeting scheduled",
  "meeting.agendaPublished": "Agenda published",
  "meeting.doorsOpened": "Doors opened",
  "meeting.opened": "Meeting opened",
  "meeting.closed": "Meeting closed",
  "meeting.minutesCirculated": "Minutes sent",
  "meeting.minutesConfirmed": "Minutes confirmed",
  "meeting.minutesOpened": "Minutes read",
  "register.signed": "Register signed",
  "register.apologiesSent": "Apologies",
  "register.absenceRecorded": "Absence recorded",
  "item.minuted": "Item minuted",
  "item.addedLate": "Case added to an agenda",
  "case.taken": "Case taken",
  "case.amended": "Case changed",
  "case.opened": "Case read",
  "case.revealed": "Identities shown",
  "case.moved": "Case moved on",
  "action.recorded": "Action recorded",
  "action.assigned": "Action assigned",
  "action.opened": "Action read",
  "action.listed": "Actions read in a list",
  "action.moved": "Action moved on",
  "audit.searched": "Audit read",
};

/** What somebody tried who was refused, after "was refused:". */
export const permissionWords: Record<Permission, string> = {
  "meeting.schedule": "to schedule a meeting",
  "meeting.publishAgenda": "to publish the agenda",
  "meeting.openDoors": "to open the doors",
  "meeting.open": "to open the meeting",
  "meeting.close": "to close the meeting",
  "meeting.circulateMinutes": "to send the minutes",
  "meeting.confirmMinutes": "to confirm the minutes",
  "register.sign": "to sign the register",
  "register.sendApologies": "to send apologies",
  "register.recordAbsence": "to record an absence",
  "minute.write": "to write the minutes",
  "case.take": "to take a case",
  "case.amend": "to change the case",
  "case.addToAgenda": "to add a case to the agenda",
  "case.reveal": "to show the identities",
  "action.record": "to record an action",
  "action.assign": "to assign the action",
  "action.cancel": "to cancel the action",
  "action.verify": "to verify the action",
  "action.return": "to return the action",
  "action.accept": "to accept the action",
  "action.report": "to report on the action",
  "history.read": "to read the history of a record",
  "audit.read": "to read the audit",
};

const amendedWords: Record<AmendedField, string> = {
  title: "title",
  summary: "summary",
  ward: "ward",
  involvesChildren: "children involved",
  background: "what is happening",
  wanted: "what is wanted",
  risk: "risk",
};

type Told<E extends AuditEventName> = Extract<ToldEvent, { event: E }>;
const on = ({ reference }: Pick<ToldEvent, "reference">, before = "on") => (reference ? ` ${before} ${reference}` : "");

/** What was done, after who did it. Ids and codes become words; names of subjects and places never stand in an event. */
const deeds: { [E in AuditEventName]: (told: Told<E>) => string } = {
  "session.opened": ({ particulars }) => (particulars.how === "demonstration" ? "signed in by the demonstration's button" : "signed in"),
  "session.refused": () => "was not let in: the password was wrong",
  "session.closed": () => "signed out",
  "access.refused": (told) => `was refused ${permissionWords[told.particulars.permission] ?? told.particulars.permission}${on(told)}`,
  "meeting.scheduled": (told) => `scheduled the meeting ${told.reference}`,
  "meeting.agendaPublished": (told) => `published the agenda of ${told.reference}: ${counted(told.particulars.items, "item")}, ${counted(told.particulars.minutes, "minute")}`,
  "meeting.doorsOpened": (told) => `opened the doors of ${told.reference}`,
  "meeting.opened": (told) => `opened the meeting ${told.reference} with ${told.particulars.signed} on the register`,
  "meeting.closed": (told) => `closed the meeting ${told.reference}: ${counted(told.particulars.items, "item")}, ${counted(told.particulars.actions, "action")} confirmed`,
  "meeting.minutesCirculated": (told) => `sent the minutes of ${told.reference}`,
  "meeting.minutesConfirmed": (told) => `confirmed the minutes of ${told.reference}`,
  "meeting.minutesOpened": (told) => `read the minutes of ${told.reference}`,
  "register.signed": (told) => `signed the register of ${told.reference} and its declaration, version ${told.particulars.declarationVersion}`,
  "register.apologiesSent": (told) => {
    const withInformation = told.particulars.withInformation ? ", with information" : "";
    return told.about === null || told.about === told.by ? `sent apologies for ${told.reference}${withInformation}` : `recorded apologies of ${told.about} for ${told.reference}${withInformation}`;
  },
  "register.absenceRecorded": (told) => `recorded that ${told.about ?? "somebody"} was absent from ${told.reference}`,
  "item.minuted": (told) => {
    const { outcome, decision } = told.particulars;
    const result = [outcome && itemOutcomeWords[outcome].toLowerCase(), decision && lowerFirst(caseDecidedWords[decision])].filter(Boolean);
    return `minuted an item of ${told.reference}${result.length > 0 ? `: ${result.join(", ")}` : ""}`;
  },
  "item.addedLate": (told) => `added a case to the agenda of ${told.reference}`,
  "case.taken": (told) => `took the case ${told.reference}`,
  "case.amended": (told) => `changed the case ${told.reference}: ${told.particulars.fields.map((field) => amendedWords[field] ?? field).join(", ")}`,
  "case.opened": (told) => `read the case ${told.reference}`,
  "case.revealed": (told) => `showed the identities on ${told.reference}`,
  "case.moved": (told) => `moved the case ${told.reference} from ${lowerFirst(caseStageWords[told.particulars.from])} to ${lowerFirst(caseStageWords[told.particulars.to])}`,
  "action.recorded": (told) => `recorded the action ${told.reference}${told.about ? ` for ${told.about}` : ""}`,
  "action.assigned": (told) => `assigned the action ${told.reference}${told.about ? ` to ${told.about}` : ""}`,
  "action.opened": (told) => `read the action ${told.reference}`,
  "action.listed": (told) => `read the words of ${counted(told.particulars.actionIds.length, "action")} in a list${on(told, "of")}`,
  "action.moved": (told) => {
    const { from, to } = told.particulars;
    return from === to ? `reported progress on the action ${told.reference}` : `moved the action ${told.reference} from ${actionStateWords[from]} to ${actionStateWords[to]}`;
  },
  "audit.searched": ({ about, particulars: { kind, from, to } }) => {
    const asked = [
      about && `what ${about} did`,
      kind && (isKnown(kind) ? `“${auditEventWords[kind]}”` : kind),
      from && `from ${inWords(from)}`,
      to && `to ${inWords(to)}`,
    ].filter(Boolean);
    return `read the audit${asked.length > 0 ? `: ${asked.join(", ")}` : ""}`;
  },
};

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const isKnown = (event: string): event is AuditEventName => Object.hasOwn(auditEventWords, event);

/** "Insp Ruth Calverley showed the identities on CEN-118" */
export function eventSentence(told: ToldEvent): string {
  const who = told.by ?? "Somebody";
  // an event of a newer version stays in the chain after an older one is put back
  if (!isKnown(told.event)) return `${who} did something this version has no words for${on(told)}`;
  return `${who} ${(deeds[told.event] as (told: ToldEvent) => string)(told)}`;
}

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
  history: "History",
  historyOf: (reference: string) => `History of ${reference}`,
  readHistory: "What was done with this, and who read it",
  thatDay: (sentence: string, times: number) => `${sentence}, ${times === 2 ? "twice" : `${times} times`} that day`,
  noHistory: "Nothing has been kept about this yet.",
  newestOnly: (n: number) => `The newest ${n}. Information governance can read all of them.`,
} as const;
