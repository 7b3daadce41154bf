import type { AmendedField, AuditEventName, ChangedField } from "@/domain/audit/events.ts";
import type { ExportedEvents } from "@/domain/audit/queries/export-events.ts";
import type { ToldEvent } from "@/domain/audit/queries/list-history.ts";
import { counted, inWords } from "@/domain/kernel/dates.ts";
import type { Capacity, InterestKind, Office } from "@/domain/kernel/enums.ts";
import { capacityWords, officeWords, partnershipOfficeWords } from "./forums.ts";
import { agencyKindWords, gatewayPartWords } from "./gateways.ts";
import type { Permission } from "@/domain/kernel/policy.ts";
import { actionStateWords } from "./action-plan.ts";
import { caseStageWords } from "./cases.ts";
import { caseDecidedWords, itemOutcomeWords } from "./minutes.ts";

/** Kinds of events, as the desk filters by them. */
export const auditEventWords: Record<AuditEventName, string> = {
  "partnership.made": "Partnership made",
  "account.invited": "Invited",
  "session.opened": "Signed in",
  "session.refused": "Refused at signing in",
  "session.closed": "Signed out",
  "identity.linked": "Linked to an organisation’s sign-in",
  "organisation.added": "Organisation’s sign-in added",
  "organisation.changed": "Organisation’s sign-in changed",
  "organisation.ended": "Organisation’s sign-in ended",
  "request.made": "Access asked for",
  "request.admitted": "Admitted",
  "request.refused": "Access refused to somebody who asked",
  "session.ended": "Sessions ended",
  "account.joined": "Account made",
  "account.resetAsked": "New password asked for",
  "account.passwordReset": "Password reset",
  "account.passwordChanged": "Password changed",
  "secondFactor.set": "Second factor set up",
  "secondFactor.codesMade": "Recovery codes made",
  "secondFactor.reset": "Second factor reset",
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
  "register.signedInAdvance": "Signed in advance",
  "research.opened": "Research list read",
  "register.apologiesSent": "Apologies",
  "register.absenceRecorded": "Absence recorded",
  "item.minuted": "Item minuted",
  "item.addedLate": "Case added to an agenda",
  "item.opened": "Item taken up",
  "item.concluded": "Item concluded",
  "register.left": "Left early",
  "register.returned": "Came back",
  "interest.declared": "Interest declared",
  "interest.withdrawn": "Interest withdrawn",
  "recusal.made": "Recused",
  "recusal.lifted": "Recusal lifted",
  "item.invited": "Asked in to an item",
  "item.invitationWithdrawn": "Invitation withdrawn",
  "case.taken": "Case taken",
  "case.twinConfirmed": "Nameless title published all the same",
  "case.amended": "Case changed",
  "case.subjectAdded": "Person or place added",
  "case.particularsAmended": "Identity corrected",
  "case.opened": "Case read",
  "case.revealed": "Identities shown",
  "purpose.asked": "Asked to open a case",
  "purpose.agreed": "Agreed to open a case",
  "address.stored": "Withheld address stored",
  "address.amended": "Withheld address corrected",
  "address.readerNamed": "Named on a withheld address",
  "address.readerEnded": "Taken off a withheld address",
  "address.revealed": "Withheld address shown",
  "case.moved": "Case moved on",
  "action.recorded": "Action recorded",
  "action.assigned": "Action assigned",
  "action.opened": "Action read",
  "action.wordingConfirmed": "Nameless action published all the same",
  "action.colleagueAllowed": "Colleague allowed to help",
  "action.helpEnded": "Help ended",
  "action.particularsAllowed": "Owner let see an identity",
  "action.particularsEnded": "Owner no longer let see an identity",
  "action.listed": "Actions read in a list",
  "action.moved": "Action moved on",
  "action.reassigned": "Action given to somebody else",
  "case.contributed": "Information shared",
  "case.shareWithheld": "Decided not to share",
  "ledger.opened": "Who was told: read",
  "ledger.exported": "Who was told: exported",
  "ledger.personOpened": "What a person was told: read",
  "gateway.added": "Gateway added",
  "gateway.ended": "Gateway ended",
  "gateway.checked": "Gateway marked as checked",
  "gateway.recipientAdded": "Recipient of a gateway added",
  "gateway.recipientEnded": "Recipient of a gateway ended",
  "person.added": "Person added",
  "person.changed": "Person changed",
  "person.left": "Left",
  "person.returned": "Came back to the partnership",
  "account.invitationWithdrawn": "Invitation to an account withdrawn",
  "appointment.made": "Appointed",
  "appointment.ended": "Appointment ended",
  "seat.given": "Seat given",
  "seat.changed": "Seat changed",
  "seat.ended": "Seat ended",
  "office.given": "Partnership office given",
  "office.ended": "Partnership office ended",
  "ward.represented": "Ward of a councillor",
  "ward.ended": "Ward of a councillor ended",
  "agency.added": "Agency added",
  "agency.changed": "Agency changed",
  "place.added": "Area or ward added",
  "place.renamed": "Area or ward renamed",
  "forum.added": "Forum added",
  "forum.changed": "Forum changed",
  "terms.adopted": "Terms of reference adopted",
  "declaration.adopted": "Declaration adopted",
  "partnership.changed": "Settings changed",
  "audit.searched": "Audit read",
  "audit.exported": "Audit exported",
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
  "register.signInAdvance": "to sign in advance",
  "register.sendApologies": "to send apologies",
  "register.recordAbsence": "to record an absence",
  "register.recordDeparture": "to record who left or came back",
  "item.open": "to take up an item",
  "minute.write": "to write the minutes",
  "item.conclude": "to conclude an item for somebody who is recused",
  "item.invite": "to ask somebody in to an item",
  "case.take": "to take a case",
  "case.amend": "to change the case",
  "case.addToAgenda": "to add a case to the agenda",
  "case.reveal": "to show the identities",
  "purpose.ask": "to ask to open the case",
  "purpose.agree": "to agree that the case is opened",
  "address.store": "to store a withheld address",
  "address.nameReader": "to name who may be shown a withheld address",
  "address.reveal": "to be shown a withheld address",
  "action.record": "to record an action",
  "action.assign": "to assign the action",
  "action.cancel": "to cancel the action",
  "action.reassign": "to give the action to somebody else",
  "action.verify": "to verify the action",
  "action.return": "to return the action",
  "action.accept": "to accept the action",
  "action.report": "to report on the action",
  "action.allowColleague": "to let a colleague help with the action",
  "action.allowParticulars": "to say whose identity the action needs",
  "interest.declare": "to declare an interest",
  "interest.declareStanding": "to declare a standing interest",
  "interest.withdraw": "to withdraw an interest",
  "interest.seeMatches": "to see possible interests",
  "recusal.decide": "to recuse somebody",
  "recusal.lift": "to lift a recusal",
  "case.contribute": "to share information on the case",
  "ledger.read": "to read who was told",
  "ledger.readPerson": "to read what a person was told",
  "gateway.keep": "to keep the gateways",
  "history.read": "to read the history of a record",
  "audit.read": "to read the audit",
  "audit.export": "to export the audit",
  "evaluation.read": "to read the totals",
  "directory.keepPeople": "to keep the list of people",
  "directory.appoint": "to appoint or seat somebody",
  "directory.keepForums": "to keep agencies, areas and forums",
  "directory.settle": "to change the partnership's settings",
  "people.leave": "to record that somebody left",
  "account.invite": "to invite somebody to their account",
  "organisation.keep": "to keep organisations’ sign-ins",
  "request.decide": "to decide who is admitted",
  "account.keep": "to change an account",
  "account.endSessions": "to end somebody's sessions",
  "account.resetFactor": "to reset somebody's second factor",
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

const changedWords: Record<ChangedField, string> = {
  name: "name",
  style: "rank or title",
  post: "post",
  email: "email address",
  represents: "whom they also represent",
  commits: "authority to commit resources",
  core: "core or as needed",
  namedContact: "named contact",
  shortName: "short name",
  area: "area",
  idleMinutes: "minutes until signing out",
};
const changed = (fields: readonly ChangedField[]) => fields.map((field) => changedWords[field] ?? field).join(", ");
const held = ({ from, until }: { from: string; until: string | null }) => `from ${inWords(from)}${until ? ` to ${inWords(until)}` : ""}`;

/** What a person showed to sign in, after "signed in". */
const howWords: Record<string, string> = {
  second_factor: " with a password and a code",
  recovery_code: " with a password and a recovery code",
  organisation: " by their organisation",
  demonstration: " by the demonstration's button",
};

type Told<E extends AuditEventName> = Extract<ToldEvent, { event: E }>;
const on = ({ reference }: Pick<ToldEvent, "reference">, before = "on") => (reference ? ` ${before} ${reference}` : "");

/** What was done, after who did it. Ids and codes become words; names of subjects and places never stand in an event. */
const deeds: { [E in AuditEventName]: (told: Told<E>) => string } = {
  "partnership.made": () => "made this partnership",
  "account.invited": ({ about }) => `invited ${about ?? "somebody"} to make an account`,
  "session.opened": ({ particulars }) => `signed in${howWords[particulars.how] ?? ""}`,
  "session.refused": ({ particulars }) => `was not let in: the ${particulars.what === "code" ? "code" : "password"} was wrong`,
  "session.closed": () => "signed out",
  "identity.linked": () => "was linked to their organisation’s sign-in",
  "organisation.added": () => "added an organisation’s sign-in",
  "organisation.changed": ({ particulars }) => `changed an organisation’s sign-in${particulars.secret ? ", and its secret" : ""}`,
  "organisation.ended": () => "ended an organisation’s sign-in",
  "request.made": () => "asked for access",
  "request.admitted": ({ about, particulars }) => `admitted ${about ?? "somebody"} who had asked for access${particulars.isNew ? ", as somebody new" : ""}`,
  "request.refused": () => "refused access to somebody who had asked",
  "session.ended": (told) => {
    const sessions = counted(told.particulars.sessions, "session");
    return told.about === null || told.about === told.by ? `ended ${sessions} of their own from another` : `ended ${sessions} of ${told.about}`;
  },
  "account.joined": () => "made their account by an invitation",
  "account.resetAsked": () => "was sent a link for a new password",
  "account.passwordReset": () => "chose a new password by a link",
  "account.passwordChanged": () => "changed their password",
  "secondFactor.set": () => "set up a second factor",
  "secondFactor.codesMade": () => "made new recovery codes",
  "secondFactor.reset": ({ about }) => `reset the second factor of ${about ?? "somebody"}`,
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
  "register.signedInAdvance": (told) => `signed in advance for ${told.reference} and its declaration, version ${told.particulars.declarationVersion}`,
  "research.opened": (told) => `read on the research list who ${told.reference} is about`,
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
  "item.invited": (told) => `asked ${told.about ?? "somebody"} in to an item of ${told.reference}`,
  "item.invitationWithdrawn": (told) => `withdrew the invitation of ${told.about ?? "somebody"} to an item of ${told.reference}`,
  "item.opened": (told) => `took up an item of ${told.reference}`,
  "item.concluded": (told) => `concluded an item of ${told.reference} for somebody who is recused: ${counted(told.particulars.actions, "action")} confirmed`,
  "register.left": (told) => (told.about === null || told.about === told.by ? `left ${told.reference} early` : `recorded that ${told.about} left ${told.reference}`),
  "register.returned": (told) => (told.about === null || told.about === told.by ? `came back to ${told.reference}` : `recorded that ${told.about} came back to ${told.reference}`),
  "interest.declared": (told) => (told.reference ? `declared ${interestPhrases[told.particulars.kind]} in ${told.reference}` : `declared ${interestPhrases[told.particulars.kind]} of theirs that stands`),
  "interest.withdrawn": () => "withdrew a standing interest",
  "recusal.made": (told) => {
    const { silent } = told.particulars;
    return told.about === null || told.about === told.by ? `was recused from ${told.reference} by what they declared` : `recused ${told.about} from ${told.reference}${silent ? " silently" : ""}`;
  },
  "recusal.lifted": (told) => `lifted the recusal of ${told.about ?? "somebody"} from ${told.reference}`,
  "case.taken": (told) => `took the case ${told.reference}`,
  "case.twinConfirmed": (told) => `said that ${counted(told.particulars.words, "word")} in the nameless title or summary of ${told.reference} named nobody, and published it`,
  "case.amended": (told) => `changed the case ${told.reference}: ${told.particulars.fields.map((field) => amendedWords[field] ?? field).join(", ")}`,
  "case.subjectAdded": (told) => `added a person or place to the case ${told.reference}`,
  "case.particularsAmended": (told) => `corrected an identity on ${told.reference}`,
  "case.opened": (told) => `read the case ${told.reference}`,
  "purpose.asked": (told) => `asked to open the case ${told.reference} from ${inWords(told.particulars.from)} to ${inWords(told.particulars.until)}`,
  "purpose.agreed": (told) => `agreed that ${told.about ?? "information governance"} opens the case ${told.reference}`,
  "address.stored": (told) => `stored a withheld address of ${told.reference}`,
  "address.amended": (told) => `corrected a withheld address of ${told.reference}`,
  "address.readerNamed": (told) => `named ${told.about ?? "somebody"} on a withheld address of ${told.reference}`,
  "address.readerEnded": (told) => `took ${told.about ?? "somebody"} off a withheld address of ${told.reference}`,
  "address.revealed": (told) => `was shown a withheld address of ${told.reference}`,
  "case.revealed": (told) => `showed the identities on ${told.reference}`,
  "case.moved": (told) => `moved the case ${told.reference} from ${lowerFirst(caseStageWords[told.particulars.from])} to ${lowerFirst(caseStageWords[told.particulars.to])}`,
  "action.recorded": (told) => `recorded the action ${told.reference}${told.about ? ` for ${told.about}` : ""}`,
  "action.assigned": (told) => `assigned the action ${told.reference}${told.about ? ` to ${told.about}` : ""}`,
  "action.opened": (told) => `read the action ${told.reference}`,
  "action.wordingConfirmed": (told) => `said that ${counted(told.particulars.words, "word")} in the nameless wording of ${told.reference} named nobody, and published it`,
  "action.colleagueAllowed": (told) => `let ${told.about ?? "a colleague"} help with the action ${told.reference}`,
  "action.helpEnded": (told) => `ended the help of ${told.about ?? "a colleague"} with the action ${told.reference}`,
  "action.particularsAllowed": (told) => `let the owner of the action ${told.reference} be shown an identity`,
  "action.particularsEnded": (told) => `ended showing an identity to the owner of the action ${told.reference}`,
  "action.listed": (told) => `read the words of ${counted(told.particulars.actionIds.length, "action")} in a list${on(told, "of")}`,
  "action.moved": (told) => {
    const { from, to } = told.particulars;
    return from === to ? `reported progress on the action ${told.reference}` : `moved the action ${told.reference} from ${actionStateWords[from]} to ${actionStateWords[to]}`;
  },
  "action.reassigned": (told) => `gave the action ${told.reference} to ${told.about ?? "somebody else"}`,
  "case.contributed": (told) => `shared information on ${told.reference} with ${counted(told.particulars.toAgencyIds.length, "agency", "agencies")}`,
  "case.shareWithheld": (told) => `decided not to share something on ${told.reference} with ${told.particulars.fromAgencyId === null ? "the room" : "one agency"}`,
  "ledger.opened": (told) => `read who was told of ${told.reference}`,
  "ledger.exported": (told) => `exported who was told of ${told.reference}`,
  "ledger.personOpened": ({ about }) => `read what ${about ?? "somebody"} was told`,
  "gateway.added": ({ particulars }) => `added a gateway: ${lowerFirst(gatewayPartWords[particulars.part])}`,
  "gateway.ended": ({ particulars }) => `ended a gateway on ${inWords(particulars.untilOn)}`,
  "gateway.checked": () => "marked a gateway as checked",
  "gateway.recipientAdded": ({ particulars }) => `added ${lowerFirst(agencyKindWords[particulars.agencyKind])} to the recipients of a gateway`,
  "gateway.recipientEnded": ({ particulars }) => `ended ${lowerFirst(agencyKindWords[particulars.agencyKind])} as a recipient of a gateway on ${inWords(particulars.untilOn)}`,
  "person.added": ({ about }) => `added ${about ?? "somebody"} to the list of people`,
  "person.changed": ({ about, particulars }) => `changed ${about ?? "somebody"}: ${changed(particulars.fields)}`,
  "person.left": ({ about, particulars }) => `recorded that ${about ?? "somebody"} left, with ${counted(particulars.openActions, "open action")}`,
  "person.returned": ({ about }) => `recorded that ${about ?? "somebody"} came back to the partnership`,
  "account.invitationWithdrawn": ({ about }) => `withdrew the invitation of ${about ?? "somebody"} to make an account`,
  "appointment.made": (told) => `appointed ${told.about ?? "somebody"} ${officePhrase(told.particulars)}${on(told, "of")} ${held(told.particulars)}`,
  "appointment.ended": (told) => `ended the appointment of ${told.about ?? "somebody"} as ${lowerFirst(officeWords[told.particulars.office])}${on(told, "of")}, last day ${inWords(told.particulars.until)}`,
  "seat.given": (told) => `gave ${told.about ?? "somebody"} a seat${on(told)} ${held(told.particulars)}`,
  "seat.changed": (told) => `changed the seat of ${told.about ?? "somebody"}${on(told)}: ${changed(told.particulars.fields)}`,
  "seat.ended": (told) => `ended the seat of ${told.about ?? "somebody"}${on(told)}, last day ${inWords(told.particulars.until)}`,
  "office.given": ({ about, particulars }) => `made ${about ?? "somebody"} ${lowerFirst(partnershipOfficeWords[particulars.office])} ${held(particulars)}`,
  "office.ended": ({ about, particulars }) => `ended that ${about ?? "somebody"} is ${lowerFirst(partnershipOfficeWords[particulars.office])}, last day ${inWords(particulars.until)}`,
  "ward.represented": ({ about, particulars }) => `recorded a ward of ${about ?? "somebody"} ${held(particulars)}`,
  "ward.ended": ({ about, particulars }) => `ended a ward of ${about ?? "somebody"}, last day ${inWords(particulars.until)}`,
  "agency.added": ({ particulars }) => `added an agency: ${lowerFirst(agencyKindWords[particulars.kind])}`,
  "agency.changed": ({ particulars }) => `changed an agency: ${changed(particulars.fields)}`,
  "place.added": ({ particulars }) => `added ${particulars.kind === "area" ? "an area" : "a ward"}`,
  "place.renamed": ({ particulars }) => `renamed ${particulars.kind === "area" ? "an area" : "a ward"}`,
  "forum.added": (told) => `added the forum ${told.reference}`,
  "forum.changed": (told) => `changed the forum ${told.reference}: ${changed(told.particulars.fields)}`,
  "terms.adopted": (told) => `adopted version ${told.particulars.version} of the terms of reference${on(told, "of")}, in force from ${inWords(told.particulars.from)}`,
  "declaration.adopted": ({ particulars }) => `adopted version ${particulars.version} of the declaration, signed from ${inWords(particulars.from)}`,
  "partnership.changed": ({ particulars }) => `changed the settings: ${changed(particulars.fields)}`,
  "audit.searched": (told) => `read the audit${askedOf(told)}`,
  "audit.exported": (told) => `exported ${counted(told.particulars.events, "event")} of the audit${askedOf(told)}`,
};

/** What was asked of the audit, by its filters. */
function askedOf({ about, particulars: { kind, from, to } }: Told<"audit.searched" | "audit.exported">): string {
  const asked = [
    about && `what ${about} did`,
    kind && (isKnown(kind) ? `“${auditEventWords[kind]}”` : kind),
    from && `from ${inWords(from)}`,
    to && `to ${inWords(to)}`,
  ].filter(Boolean);
  return asked.length > 0 ? `: ${asked.join(", ")}` : "";
}

const interestPhrases: Record<InterestKind, string> = { pecuniary: "a pecuniary interest", personal: "a personal interest", other: "another interest", sensitive: "a sensitive interest" };

const officePhrase = ({ office, capacity }: { office: Office; capacity: Capacity }) => lowerFirst(capacity === "substantive" ? officeWords[office] : `${capacityWords[capacity]} ${lowerFirst(officeWords[office])}`);

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
const isKnown = (event: string): event is AuditEventName => Object.hasOwn(auditEventWords, event);

/** "Insp Ruth Calverley showed the identities on CEN-118" */
export function eventSentence(told: ToldEvent): string {
  // an event of a newer version stays in the chain after an older one is put back
  if (!isKnown(told.event)) return `${told.by ?? "Somebody"} did something this version has no words for${on(told)}`;
  // what nobody of the partnership did was done by whoever runs the system, or by somebody who wants to come in
  const nobody = told.event === "request.made" ? "Somebody from an organisation" : "An operator";
  return `${told.by ?? nobody} ${(deeds[told.event] as (told: ToldEvent) => string)(told)}`;
}

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
