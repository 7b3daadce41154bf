import type { AgendaItemField, AmendedField, AuditEventName, ChangedField } from "@/domain/audit/events.ts";
import type { ToldEvent } from "@/domain/audit/queries/list-history.ts";
import { counted, inWords, momentInWords } from "@/domain/kernel/dates.ts";
import type { Capacity, ConcernAnswerKind, InterestKind, MeetingReplyKind, Office, SignInWay } from "@/domain/kernel/enums.ts";
import { documentFormPhrases } from "./documents.ts";
import { capacityWords, officeWords, partnershipOfficeWords } from "./forums.ts";
import { agencyKindWords, gatewayPartWords } from "./gateways.ts";
import { actionStateWords, actionStepPhrases } from "./action-states.ts";
import { caseStageWords } from "./cases.ts";
import { escalationStateWords } from "./escalations.ts";
import { caseDecidedWords, itemOutcomeWords } from "./minutes.ts";
import { auditEventWords } from "./audit-events.ts";
import { permissionWords } from "./permissions.ts";
import { partWords, referralStateWords } from "./referrals.ts";

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
  lead: "who answers for it",
  area: "area",
  idleMinutes: "minutes until signing out",
  findsRepeats: "whether it looks for what may be the same",
};
const changed = (fields: readonly ChangedField[]) => fields.map((field) => changedWords[field] ?? field).join(", ");
const ordinal = (number: number) => `${number}${["th", "st", "nd", "rd"][number % 100 > 10 && number % 100 < 14 ? 0 : number % 10] ?? "th"}`;
const held = ({ from, until }: { from: string; until: string | null }) => `from ${inWords(from)}${until ? ` to ${inWords(until)}` : ""}`;

const stepDownPartWords = { assessment: "the assessment", watch: "the watch", telling: "who tells whom" } as const;

/** What a person showed to sign in, after "signed in". */
const howWords: Record<string, string> = {
  second_factor: " with a password and a code",
  recovery_code: " with a password and a recovery code",
  organisation: " by their organisation",
  demonstration: " by the demonstration's button",
};

type Told<E extends AuditEventName> = Extract<ToldEvent, { event: E }>;
const on = ({ reference }: Pick<ToldEvent, "reference">, before = "on") => (reference ? ` ${before} ${reference}` : "");

const inSupplement = (number: number) => (number > 0 ? `, in supplement ${number}` : "");
const agendaItemFieldWords: Record<AgendaItemField, string> = { plannedMinutes: "its minutes", presenter: "who presents it", title: "its title", restricted: "who may read it" };

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
  "meeting.rescheduled": (told) => `moved the meeting ${told.reference} from ${momentInWords(new Date(told.particulars.from))} to ${momentInWords(new Date(told.particulars.to))}`,
  "meeting.madeSure": (told) => `made sure of the date of ${told.reference}`,
  "meeting.cancelled": (told) => `cancelled the meeting ${told.reference}`,
  "meeting.agendaPublished": (told) => `published the agenda of ${told.reference}: ${counted(told.particulars.items, "item")}, ${counted(told.particulars.minutes, "minute")}`,
  "meeting.doorsOpened": (told) => `opened the doors of ${told.reference}`,
  "meeting.opened": (told) => `opened the meeting ${told.reference} with ${told.particulars.signed} on the register${told.particulars.discussionOnly ? ", as a discussion only" : ""}`,
  "meeting.madeFull": (told) => `made the discussion ${told.reference} a full meeting, with ${counted(told.particulars.signed, "member")} there`,
  "meeting.closed": (told) => `closed the meeting ${told.reference}: ${counted(told.particulars.items, "item")}, ${counted(told.particulars.actions, "action")} confirmed`,
  "meeting.minutesCirculated": (told) => `sent the minutes of ${told.reference}`,
  "meeting.minutesConfirmed": (told) => `confirmed the minutes of ${told.reference}`,
  "meeting.minutesOpened": (told) => `read the minutes of ${told.reference}`,
  "meeting.minutesTaken": (told) => `took the minutes of ${told.reference} away as ${documentFormPhrases[told.particulars.form]}`,
  "register.signed": (told) => `signed the register of ${told.reference} and its declaration, version ${told.particulars.declarationVersion}`,
  "register.signedFor": (told) => `signed ${told.about ?? "somebody"} in on the register of ${told.reference}, ${signedForWords[told.particulars.way] ?? ""}`,
  "register.guestSigned": (told) => `signed a guest in on the register of ${told.reference}, ${signedForWords[told.particulars.way] ?? ""}`,
  "register.refused": (told) => (told.about !== null && told.about === told.by ? `did not accept the declaration of ${told.reference}` : `recorded that a guest did not accept the declaration of ${told.reference}`),
  "register.signedInAdvance": (told) => `signed in advance for ${told.reference} and its declaration, version ${told.particulars.declarationVersion}`,
  "research.opened": (told) => `read on the research list who ${told.reference} is about`,
  "register.replied": (told) => `${replyPhrases[told.particulars.reply]} ${told.reference}`,
  "register.absenceRecorded": (told) => `recorded that ${told.about ?? "somebody"} was absent from ${told.reference}`,
  "item.minuted": (told) => {
    const { outcome, decision } = told.particulars;
    const result = [outcome && itemOutcomeWords[outcome].toLowerCase(), decision && lowerFirst(caseDecidedWords[decision])].filter(Boolean);
    return `minuted an item of ${told.reference}${result.length > 0 ? `: ${result.join(", ")}` : ""}`;
  },
  "item.resolved": (told) => `wrote down a part of what an item of ${told.reference} resolved`,
  "item.resolutionWithdrawn": (told) => `took back a part of what an item of ${told.reference} resolved`,
  "item.correctionProposed": (told) => `proposed a correction of the minutes of ${told.reference}`,
  "item.correctionSettled": (told) => `${told.particulars.accepted ? "accepted" : "refused"} a correction of the minutes of ${told.reference}`,
  "item.questionAsked": (told) => `wrote down a question on an item of ${told.reference}`,
  "item.questionSettled": (told) => (told.particulars.actionId === null ? `wrote down the answer to a question at ${told.reference}` : `carried a question on as an action at ${told.reference}`),
  "item.minutesReceived": (told) => `put minutes of ${told.particulars.meetingId === null ? "a board elsewhere" : "a forum"} before an item of ${told.reference}`,
  "item.minutesTakenBack": (told) => `took back minutes that stood before an item of ${told.reference}`,
  "item.putOff": (told) => `wrote down why an item of ${told.reference} is put off${told.particulars.on === null ? (told.particulars.waits ? ", until something is there" : "") : `, until ${inWords(told.particulars.on)}`}`,
  "item.deferralMet": (told) => `said that what an item of ${told.reference} waited for is there`,
  "item.addedLate": (told) => `added a case to the agenda of ${told.reference}`,
  "item.invited": (told) => `asked ${told.about ?? "somebody"} in to an item of ${told.reference}`,
  "item.invitationWithdrawn": (told) => `withdrew the invitation of ${told.about ?? "somebody"} to an item of ${told.reference}`,
  "item.moved": (told) => `moved an item of the draft agenda of ${told.reference}`,
  "item.changed": (told) => `changed an item of the draft agenda of ${told.reference}: ${told.particulars.fields.map((field) => agendaItemFieldWords[field] ?? field).join(", ")}`,
  "item.leftOff": (told) => `left an item off the draft agenda of ${told.reference}`,
  "item.added": (told) => `added an item to the agenda of ${told.reference}${inSupplement(told.particulars.supplement)}`,
  "waiting.ended": () => "took something off the waiting list of a forum",
  "planned.added": (told) => `put a report on the forward plan${on(told, "of")}${told.particulars.everyMonths === null ? "" : `, every ${told.particulars.everyMonths} months`}`,
  "planned.changed": (told) => `changed a report on the forward plan${on(told, "of")}`,
  "planned.withdrawn": (told) => `withdrew a report from the forward plan${on(told, "of")}`,
  "item.plannedReceived": (told) => `received a planned report at ${told.reference}`,
  "paper.added": (told) => `added a paper to an item of ${told.reference}${inSupplement(told.particulars.supplement)}`,
  "paper.withdrawn": (told) => `withdrew a paper of an item of ${told.reference}`,
  "paper.opened": (told) => `opened a paper of an item of ${told.reference}`,
  "meeting.packTaken": (told) => `took the pack of ${told.reference} away as ${told.particulars.form === "pdf" ? "a PDF" : "a Word document"}`,
  "item.opened": (told) => `took up an item of ${told.reference}`,
  "item.parked": (told) => `parked an item of ${told.reference}`,
  "item.concluded": (told) => `concluded an item of ${told.reference} for somebody who is recused: ${counted(told.particulars.actions, "action")} confirmed`,
  "register.left": (told) => (told.about === null || told.about === told.by ? `left ${told.reference} early` : `recorded that ${told.about} left ${told.reference}`),
  "register.returned": (told) => (told.about === null || told.about === told.by ? `came back to ${told.reference}` : `recorded that ${told.about} came back to ${told.reference}`),
  "interest.declared": (told) => (told.reference ? `declared ${interestPhrases[told.particulars.kind]} in ${told.reference}` : `declared ${interestPhrases[told.particulars.kind]} of theirs that stands`),
  "interest.noted": (told) => `noted ${interestPhrases[told.particulars.kind]} of ${told.about ?? "somebody"} at ${told.reference}`,
  "interest.withdrawn": () => "withdrew a standing interest",
  "recusal.made": (told) => {
    const { silent } = told.particulars;
    return told.about === null || told.about === told.by ? `was recused from ${from(told)} by what they declared` : `recused ${told.about} from ${from(told)}${silent ? " silently" : ""}`;
  },
  "recusal.lifted": (told) => `lifted the recusal of ${told.about ?? "somebody"} from ${from(told)}`,
  "concern.similarShown": (told) => `was shown what may be the same as${on(told, "")}`,
  "referral.similarShown": (told) => `was shown what may be the same as${on(told, "")}`,
  "referral.similarAsked": (told) => `asked whether other services hold something similar to${on(told, "")}`,
  "talk.asked": () => "asked those who hold something similar to talk",
  "talk.madeKnown": () => "made themselves known to somebody who asked to talk",
  "talk.keptBack": () => "did not make themselves known to somebody who asked to talk",
  "referral.started": (told) => `began the referral ${told.reference}`,
  "referral.written": (told) => `wrote in the referral ${told.reference}: ${partWords[told.particulars.part].toLowerCase()}`,
  "referral.sent": (told) => `sent the referral ${told.reference}`,
  "referral.opened": (told) => `opened the referral ${told.reference}`,
  "referral.revealed": (told) => `showed the identities on ${told.reference}`,
  "referral.stoodAside": (told) => `stood aside from the referral ${told.reference}`,
  "referral.decided": (told) => `answered the referral ${told.reference}: ${referralStateWords[told.particulars.kind].toLowerCase()}`,
  "concern.logged": (told) => `kept ${told.reference} as surgery work`,
  "concern.passed": (told) => `passed ${told.reference} to ${told.about ?? "a councillor"}`,
  "concern.raised": (told) => `raised ${told.reference}${told.particulars.meetingId ? ", spoken at a meeting" : ""}`,
  "concern.recurred": (told) => `noted that ${told.reference} happened again`,
  "concern.settled": (told) => `dealt with ${told.reference} at a surgery`,
  "concern.opened": (told) => `read ${told.reference}`,
  "concern.revealed": (told) => `was shown who ${told.reference} came from`,
  "concern.prepared": (told) => `prepared an answer to ${told.reference}`,
  "concern.moreAsked": (told) => `asked for more about ${told.reference}`,
  "concern.moreTold": (told) => `told more about ${told.reference}`,
  "concern.decided": (told) => `${decidedPhrases[told.particulars.decision] ?? "answered"} ${told.reference}`,
  "concern.replied": (told) => `approved words for residents about ${told.reference}${told.particulars.ends ? ", and ended it" : ""}${told.particulars.words > 0 ? `, with ${counted(told.particulars.words, "word")} shown first` : ""}`,
  "concern.told": (told) => `told residents what came of ${told.reference}`,
  "case.taken": (told) => `took the case ${told.reference}`,
  "case.twinConfirmed": (told) => `said that ${counted(told.particulars.words, "word")} in the nameless title or summary of ${told.reference} named nobody, and published it`,
  "case.amended": (told) => `changed the case ${told.reference}: ${told.particulars.fields.map((field) => amendedWords[field] ?? field).join(", ")}`,
  "risk.assessed": (told) => `scored the risk of ${told.reference}`,
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
  "stepDown.begun": (told) => `began to prepare the step-down of ${told.reference}`,
  "stepDown.prepared": (told) => `prepared ${stepDownPartWords[told.particulars.part]} of the step-down of ${told.reference}`,
  "stepDown.dropped": (told) => `gave up the step-down of ${told.reference}`,
  "case.steppedDown": (told) => `stepped down the case ${told.reference}, under watch for ${counted(told.particulars.months, "month")}${told.particulars.meetingId === null ? ", between meetings" : ""}`,
  "case.stepDownUndone": (told) => `undid the step-down of ${told.reference}`,
  "watch.checked": (told) => `looked in on ${told.reference} for its watch`,
  "case.returned": (told) => `brought back the case ${told.reference}${told.particulars.isRepeat ? ", which counts as a repeat" : ""}`,
  "case.closed": (told) => `closed the case ${told.reference} after its watch`,
  "action.recorded": (told) => `recorded the action ${told.reference}${told.about ? ` for ${told.about}` : ""}`,
  "action.assigned": (told) => `assigned the action ${told.reference}${told.about ? ` to ${told.about}` : ""}`,
  "action.opened": (told) => `read the action ${told.reference}`,
  "action.readOut": (told) => `read out the action ${told.reference}${told.particulars.heard ? "" : ", which its owner was not there to hear"}`,
  "action.wordingConfirmed": (told) => `said that ${counted(told.particulars.words, "word")} in the nameless wording of ${told.reference} named nobody, and published it`,
  "action.colleagueAllowed": (told) => `let ${told.about ?? "a colleague"} help with the action ${told.reference}`,
  "action.helpEnded": (told) => `ended the help of ${told.about ?? "a colleague"} with the action ${told.reference}`,
  "action.particularsAllowed": (told) => `let the owner of the action ${told.reference} be shown an identity`,
  "action.particularsEnded": (told) => `ended showing an identity to the owner of the action ${told.reference}`,
  "action.listed": (told) => `read the words of ${counted(told.particulars.actionIds.length, "action")} in a list${on(told, "of")}`,
  "action.planTaken": (told) => `took ${counted(told.particulars.actions, "action")} of the plan of ${told.reference} away as ${documentFormPhrases[told.particulars.form]}`,
  "action.moved": (told) => {
    const { from, to } = told.particulars;
    return from === to ? `reported progress on the action ${told.reference}` : `moved the action ${told.reference} from ${actionStateWords[from]} to ${actionStateWords[to]}`;
  },
  "action.stepTaken": (told) => actionStepPhrases[told.particulars.kind](told.reference ?? ""),
  "action.thanked": (told) => `thanked ${told.about ?? "its owner"} for the action ${told.reference}`,
  "action.planPublished": (told) => `published version ${told.particulars.version} of the plan of ${told.reference}, with ${counted(told.particulars.actions, "action")}`,
  "action.chased": ({ reference, particulars }) => `chased the action ${reference}, for the ${ordinal(particulars.number)} time${particulars.managerId ? ", and told whoever answers for the agency" : ""}`,
  "action.reassigned": (told) => `gave the action ${told.reference} to ${told.about ?? "somebody else"}`,
  "escalation.composed": (told) => `wrote down what is to be escalated${on(told, "of")}`,
  "escalation.sent": (told) => `sent the escalation ${told.reference}, to be on an agenda by ${inWords(told.particulars.listBy)}`,
  "escalation.secretaryAsked": ({ reference, about, particulars }) => `wrote to ${about ?? "the secretary of another board"} about ${reference}${particulars.byRoute ? ", with a one-time link" : ""}`,
  "escalation.wordingConfirmed": (told) => `said of ${counted(told.particulars.words, "word")} of the escalation ${told.reference} that they name nobody`,
  "escalation.opened": (told) => `read the escalation ${told.reference}`,
  "escalation.moved": (told) => `moved the escalation ${told.reference} from ${lowerFirst(escalationStateWords[told.particulars.from])} to ${lowerFirst(escalationStateWords[told.particulars.to])}`,
  "escalation.dateChanged": (told) => `moved the meeting on whose agenda ${told.reference} stands to ${inWords(told.particulars.on)}`,
  "escalation.answerWritten": (told) => `wrote the answer to the escalation ${told.reference}`,
  "escalation.wordsApproved": (told) => `approved what residents may be told of the escalation ${told.reference}`,
  "enquiry.asked": ({ reference, about, particulars }) => `asked ${about ?? "somebody"} one question, ${reference}${particulars.byRoute ? ", by a one-time link" : ""}`,
  "enquiry.opened": ({ reference }) => `opened the enquiry ${reference}`,
  "enquiry.answered": ({ reference, particulars }) => `answered the enquiry ${reference}${particulars.byRoute ? " by a one-time link" : ""}`,
  "enquiry.refused": ({ reference }) => `decided not to share an answer to ${reference}`,
  "enquiry.withdrawn": ({ reference }) => `withdrew the enquiry ${reference}`,
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
  "terms.acknowledged": (told) => `said that they had read version ${told.particulars.version} of the terms of reference${on(told, "of")}`,
  "terms.adopted": (told) => `adopted version ${told.particulars.version} of the terms of reference${on(told, "of")}, in force from ${inWords(told.particulars.from)}`,
  "ladder.changed": (told) => `changed the next board${on(told, "of")}`,
  "board.added": () => "added a board that doesn’t use Casemoot",
  "board.changed": () => "changed a board that doesn’t use Casemoot",
  "board.ended": () => "ended a board that doesn’t use Casemoot",
  "bankHoliday.added": ({ particulars }) => `added a bank holiday, ${inWords(particulars.day)}`,
  "bankHoliday.withdrawn": ({ particulars }) => `took back the bank holiday of ${inWords(particulars.day)}`,
  "declaration.adopted": ({ particulars }) => `adopted version ${particulars.version} of the declaration, signed from ${inWords(particulars.from)}`,
  "partnership.changed": ({ particulars }) => `changed the settings: ${changed(particulars.fields)}`,
  "mail.paceChosen": () => "changed how they hear of things by email",
  "mail.sentAgain": ({ about }) => `let an email to ${about ?? "somebody"} be sent again`,
  "audit.checksRead": () => "read who asked whether other services hold something similar",
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

const decidedPhrases: Partial<Record<ConcernAnswerKind, string>> = { taken: "took as a case", joined: "joined to a case", redirected: "sent to a service", declined: "declined", escalated: "handed to a board" };
/** What somebody is recused from: a case, or an item of a meeting. */
const from = (told: Told<"recusal.made" | "recusal.lifted">) => (told.subject === "item" ? `an item of ${told.reference}` : told.reference);
const interestPhrases: Record<InterestKind, string> = { pecuniary: "a pecuniary interest", personal: "a personal interest", other: "another interest", sensitive: "a sensitive interest" };

const replyPhrases: Record<MeetingReplyKind, string> = { coming: "said they would come to", apologies: "sent apologies for", apologies_with_information: "sent apologies, with information, for", deputy: "named who comes for them to" };

const signedForWords: Partial<Record<SignInWay, string>> = { coordinators_screen: "at the coordinator’s screen", printed_sheet: "from the printed sheet" };
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
