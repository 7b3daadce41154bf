import type { ActionState, ActionStepKind, AgendaItemKind, AgencyKind, Capacity, CaseDecision, CaseStage, ForumKind, GatewayPart, InterestKind, ItemOutcome, MeetingReplyKind, Office, PartnershipOfficeKind, SignInWay, ReferralState, ConcernAnswerKind, MailPace, EscalationState } from "../kernel/enums.ts";
import type { DocumentForm } from "../kernel/documents.ts";
import type { Permission } from "../kernel/policy.ts";

/** What was changed of a person, a seat, an agency, a forum or the partnership; what it is now stands there. */
export type ChangedField = "name" | "style" | "post" | "email" | "represents" | "commits" | "core" | "namedContact" | "shortName" | "area" | "idleMinutes" | "findsRepeats" | "lead";
/** From its first day to its last, where that is known. */
type Held = { personId: string; from: string; until: string | null };
type Ended = { personId: string; until: string };

/** What was changed of an item of a draft agenda; what it is now stands there. */
export type AgendaItemField = "plannedMinutes" | "presenter" | "title" | "restricted";

/** The parts of a referral, each saved by itself. */
export type ReferralPart = "matter" | "threshold" | "people" | "sharing" | "risk";

/** What was changed in a case; the words themselves stand in the case. */
export type AmendedField = "title" | "summary" | "ward" | "involvesChildren" | "background" | "wanted" | "risk";

/**
 * Every fact worth keeping, and what each carries: ids and codes, never words that a person typed; those stay in the record
 * that the id points to. Add here first; the compiler then finds the gaps. Drawn in docs/generated/audit-events.md.
 */
export type AuditParticulars = {
  /** By an operator, before there is anybody: nobody of the partnership acted. */
  "partnership.made": Record<never, never>;
  /** A person was sent the link that makes their account. */
  "account.invited": { personId: string; linkId: string };
  "session.opened": { how: string };
  /** What was wrong: the password, or the code of the second factor. */
  "session.refused": { what: "password" | "code" };
  "session.closed": Record<never, never>;
  /** For the first time somebody was taken for who they are by what their organisation's sign-in said. */
  "identity.linked": { organisationId: string };
  "organisation.added": Record<never, never>;
  "organisation.changed": { secret: boolean };
  "organisation.ended": Record<never, never>;
  /** Somebody whom an organisation knows and the partnership doesn't. */
  "request.made": { organisationId: string };
  "request.admitted": { personId: string; isNew: boolean };
  "request.refused": Record<never, never>;
  /** So many sessions of a person were ended, by themselves from another or by an administrator. */
  "session.ended": { personId: string; sessions: number };
  "account.joined": Record<never, never>;
  "account.resetAsked": Record<never, never>;
  "account.passwordReset": Record<never, never>;
  "account.passwordChanged": Record<never, never>;
  "secondFactor.set": Record<never, never>;
  "secondFactor.codesMade": Record<never, never>;
  /** An administrator took it away. */
  "secondFactor.reset": { personId: string };
  "access.refused": { permission: Permission };
  "meeting.scheduled": Record<never, never>;
  "meeting.rescheduled": { from: string; to: string };
  "meeting.madeSure": Record<never, never>;
  "meeting.cancelled": Record<never, never>;
  "meeting.agendaPublished": { items: number; minutes: number };
  "meeting.doorsOpened": Record<never, never>;
  "meeting.opened": { signed: number; discussionOnly: boolean };
  /** Opened as a discussion, it has reached its quorum: from now on it decides. */
  "meeting.madeFull": { signed: number };
  "meeting.closed": { items: number; actions: number };
  "meeting.minutesCirculated": Record<never, never>;
  "meeting.minutesConfirmed": { atMeetingId: string };
  "meeting.minutesOpened": Record<never, never>;
  /** The minutes were taken away as a document. */
  "meeting.minutesTaken": { form: DocumentForm };
  "register.signed": { signInId: string; declarationVersion: number; way: SignInWay };
  /** By the chair's office for somebody: at its own screen, or from the printed sheet. */
  "register.signedFor": { signInId: string; personId: string; declarationVersion: number; way: SignInWay };
  /** Somebody without an account; who stands on the register. */
  "register.guestSigned": { guestSignInId: string; declarationVersion: number; way: SignInWay };
  /** The declaration was not accepted: by themselves, by another member, or by a guest. */
  "register.refused": { refusalId: string; personId: string | null };
  "register.signedInAdvance": { signatureId: string; declarationVersion: number };
  /** The people of this case were read on a research list. */
  "research.opened": { meetingId: string };
  "register.replied": { reply: MeetingReplyKind };
  "register.absenceRecorded": { personId: string };
  "item.minuted": { outcome: ItemOutcome | null; decision: CaseDecision | null };
  "item.resolved": { resolutionId: string };
  "item.resolutionWithdrawn": { resolutionId: string };
  "item.correctionProposed": { correctionId: string };
  "item.correctionSettled": { correctionId: string; accepted: boolean };
  "item.questionAsked": { questionId: string; askedById: string };
  /** It was answered, or an action carries it from then on. */
  "item.questionSettled": { questionId: string; actionId: string | null };
  /** Of which meeting, where it is one of a forum of the partnership. */
  "item.minutesReceived": { receivedId: string; meetingId: string | null };
  "item.minutesTakenBack": { receivedId: string };
  /** Whether it waits for something, and from which day on it comes back. */
  "item.putOff": { waits: boolean; on: string | null };
  "item.deferralMet": Record<never, never>;
  "item.addedLate": Record<never, never>;
  "item.moved": Record<never, never>;
  "item.changed": { fields: AgendaItemField[] };
  /** It waits, with the reason. */
  "item.leftOff": { waitingId: string };
  /** On a draft, or in a supplement to what was published. */
  "item.added": { kind: AgendaItemKind; supplement: number };
  "waiting.ended": { waitingId: string };
  "planned.added": { plannedId: string; everyMonths: number | null };
  "planned.changed": { plannedId: string };
  "planned.withdrawn": { plannedId: string };
  /** With the closing of its meeting. */
  "item.plannedReceived": Record<never, never>;
  /** `readers`: for so many agencies alone. */
  "paper.added": { paperId: string; supplement: number; readers?: number };
  "paper.withdrawn": { paperId: string };
  "paper.opened": { paperId: string };
  /** The pack was taken away as a document. */
  "meeting.packTaken": { form: DocumentForm };
  "item.opened": Record<never, never>;
  "item.parked": Record<never, never>;
  /** Finished for the chair or deputy who is recused from it; so many recorded actions on it count from then on. */
  "item.concluded": { actions: number };
  "register.left": { personId: string };
  "register.returned": { personId: string };
  "interest.declared": { interestId: string; kind: InterestKind };
  "interest.noted": { interestId: string; personId: string; kind: InterestKind };
  "interest.withdrawn": { interestId: string };
  "recusal.made": { recusalId: string; personId: string; silent: boolean };
  "recusal.lifted": { recusalId: string; personId: string };
  "item.invited": { personId: string; invitationId: string };
  "item.invitationWithdrawn": { personId: string };
  /** Whoever triages it was shown what may be the same. Which records, and how many, isn't kept: whoever is shut out of one reads the trail of the others. */
  "concern.similarShown": Record<never, never>;
  "referral.similarShown": Record<never, never>;
  /** Whoever writes it asked whether others hold something similar; what for, and what they were told, stands in the check. */
  "referral.similarAsked": { checkId: string };
  "talk.asked": { checkId: string };
  "talk.madeKnown": Record<never, never>;
  "talk.keptBack": Record<never, never>;
  /** Kept as surgery work: the councillor's own. */
  "concern.logged": Record<never, never>;
  /** Passed to the councillor of the ward. */
  "concern.passed": { personId: string };
  /** `meetingId`: written down at a meeting. */
  "concern.raised": { meetingId: string | null };
  "concern.recurred": { recurrenceId: string };
  /** Dealt with at the surgery, and never raised. */
  "concern.settled": { answerId: string };
  "concern.opened": Record<never, never>;
  /** The chair's office was shown who it came from. */
  "concern.revealed": { revealId: string };
  "concern.prepared": Record<never, never>;
  "concern.moreAsked": { answerId: string };
  "concern.moreTold": { answerId: string };
  "concern.decided": { decision: ConcernAnswerKind; answerId: string };
  /** The chair approved words for residents; so many of them were shown as perhaps naming somebody, and stayed. */
  "concern.replied": { answerId: string; ends: boolean; words: number };
  /** Whoever raised it told residents. */
  "concern.told": { answerId: string };
  "referral.started": Record<never, never>;
  /** A part of it was written; the words stand in the referral. */
  "referral.written": { part: ReferralPart };
  "referral.sent": { sendingId: string };
  /** Its words were read by somebody else than whoever wrote them. */
  "referral.opened": Record<never, never>;
  "referral.revealed": { revealId: string };
  /** Somebody of the chair's office has to do with whom it is about. */
  "referral.stoodAside": Record<never, never>;
  "referral.decided": { decisionId: string; kind: ReferralState };
  "case.taken": Record<never, never>;
  /** A twin was published with words of the particulars in it, which a person was shown and said to name nobody. */
  "case.twinConfirmed": { words: number };
  "case.amended": { fields: AmendedField[] };
  /** Its risk was scored by the matrix; the scores stand in the record. */
  "risk.assessed": { assessmentId: string };
  "case.subjectAdded": { subjectId: string };
  /** Who this subject is was corrected; what it said is not kept. */
  "case.particularsAmended": { subjectId: string };
  "case.opened": Record<never, never>;
  "case.revealed": { revealId: string };
  "purpose.asked": { purposeId: string; from: string; until: string };
  "purpose.agreed": { purposeId: string; personId: string };
  "address.stored": { subjectId: string };
  "address.amended": { subjectId: string };
  "address.readerNamed": { subjectId: string; personId: string };
  "address.readerEnded": { subjectId: string; personId: string };
  "address.revealed": { revealId: string };
  "case.moved": { from: CaseStage; to: CaseStage; itemId: string };
  /** A step-down is prepared, a part at a time; the words stand in it. */
  "stepDown.begun": { stepDownId: string };
  "stepDown.prepared": { stepDownId: string; part: "assessment" | "watch" | "telling" };
  "stepDown.dropped": { stepDownId: string };
  /** Signed by the chair: at a meeting, or between meetings. */
  "case.steppedDown": { stepDownId: string; months: number; agencyId: string; meetingId: string | null };
  "case.stepDownUndone": { stepDownId: string };
  "watch.checked": { checkId: string };
  "case.returned": { stepDownId: string; isRepeat: boolean };
  /** After a watch; what meetings close is moved by them. */
  "case.closed": { stepDownId: string };
  "action.recorded": { ownerId: string; agencyId: string };
  "action.assigned": { ownerId: string; agencyId: string };
  "action.readOut": { heard: boolean };
  "action.opened": Record<never, never>;
  "action.wordingConfirmed": { words: number };
  "action.colleagueAllowed": { personId: string };
  "action.helpEnded": { personId: string };
  /** Its owner may be shown who this subject of the case is, or no longer. */
  "action.particularsAllowed": { subjectId: string };
  "action.particularsEnded": { subjectId: string };
  /** The words of these actions were read in a list or in print. */
  "action.listed": { actionIds: string[] };
  /** So many actions of a forum's plan were taken away as a document. */
  "action.planTaken": { form: DocumentForm; actions: number };
  /** A step was taken with it that leaves it where it was: something asked, answered, changed, or waited for. */
  "action.stepTaken": { kind: ActionStepKind; stepId: string };
  "action.thanked": { personId: string };
  /** With the closing of a meeting: so many actions in this version of the forum's plan. */
  "action.planPublished": { version: number; actions: number };
  "action.moved": { from: ActionState; to: ActionState; stepId: string };
  /** Its chair gave an action from one owner to another. */
  "action.reassigned": { fromOwnerId: string; ownerId: string; agencyId: string };
  /** The chair's office asked its owner how it stands; from the third time on whoever answers for the agency was told as well. */
  "action.chased": { chaseId: string; number: number; managerId: string | null };
  /** The chair's office asked one question of somebody who isn't at the table; what was told with it is a contribution. `byRoute`: they can't sign in, and got a one-time link. */
  "enquiry.asked": { personId: string; agencyId: string; contributionId: string; byRoute: boolean };
  "enquiry.opened": Record<never, never>;
  /** `answerId`: the contribution. */
  "enquiry.answered": { answerId: string; byRoute: boolean };
  /** `answerId`: the decision not to share. */
  "enquiry.refused": { answerId: string; byRoute: boolean };
  "enquiry.withdrawn": Record<never, never>;
  /** An agency gave what it knows to these agencies, by these gateways. */
  /** Saved to be checked and sent; the words stand in the draft. */
  "escalation.composed": { draftId: string };
  /** To a board of the partnership, or to another. */
  "escalation.sent": { boardId: string | null; externalBoardId: string | null; listBy: string };
  /** The secretary of another board was written to. `byRoute`: they can't sign in, and got a one-time link. */
  "escalation.secretaryAsked": { personId: string; byRoute: boolean };
  /** Its writer was shown words of it, and says that they name nobody. */
  "escalation.wordingConfirmed": { words: number };
  /** Its words were read. */
  "escalation.opened": Record<never, never>;
  "escalation.moved": { from: EscalationState; to: EscalationState; stepId: string };
  /** The meeting that it stands on was moved. */
  "escalation.dateChanged": { stepId: string; on: string };
  "escalation.answerWritten": { returns: boolean };
  /** What may be told to whoever raised it; the words stand with the escalation. */
  "escalation.wordsApproved": Record<never, never>;
  "case.contributed": { contributionId: string; agencyId: string; toAgencyIds: string[] };
  /** An agency decided not to share something: with one agency, or with the room. */
  "case.shareWithheld": { withheldId: string; agencyId: string; fromAgencyId: string | null };
  "ledger.opened": Record<never, never>;
  "ledger.exported": Record<never, never>;
  /** What one person was told was read, by references. */
  "ledger.personOpened": { personId: string };
  "gateway.added": { rowId: string; part: GatewayPart };
  "gateway.ended": { rowId: string; untilOn: string };
  "gateway.checked": { rowId: string };
  "gateway.recipientAdded": { rowId: string; agencyKind: AgencyKind };
  "gateway.recipientEnded": { rowId: string; agencyKind: AgencyKind; untilOn: string };
  /** The directory, as its administrators keep it. */
  "person.added": { personId: string; agencyId: string };
  "person.changed": { personId: string; fields: ChangedField[] };
  /** Their access ended, with so many actions of theirs still open. */
  "person.left": { personId: string; openActions: number };
  "person.returned": { personId: string };
  "account.invitationWithdrawn": { personId: string };
  "appointment.made": Held & { appointmentId: string; office: Office; capacity: Capacity };
  "appointment.ended": Ended & { appointmentId: string; office: Office };
  "seat.given": Held & { seatId: string; agencyId: string };
  "seat.changed": { personId: string; seatId: string; fields: ChangedField[] };
  "seat.ended": Ended & { seatId: string };
  "office.given": Held & { officeId: string; office: PartnershipOfficeKind };
  "office.ended": Ended & { officeId: string; office: PartnershipOfficeKind };
  "ward.represented": Held & { wardId: string };
  "ward.ended": Ended & { wardId: string };
  "agency.added": { kind: AgencyKind };
  "agency.changed": { fields: ChangedField[] };
  "place.added": { kind: "area" | "ward" };
  "place.renamed": { kind: "area" | "ward" };
  "forum.added": { kind: ForumKind };
  "forum.changed": { fields: ChangedField[] };
  /** The board that takes what the forum can't solve, one of the partnership or another, and the cycle it states. */
  "ladder.changed": { boardId: string | null; externalBoardId: string | null; cycleDays: number | null };
  "board.added": Record<never, never>;
  "board.changed": Record<never, never>;
  "board.ended": Record<never, never>;
  "terms.acknowledged": { version: number };
  "terms.adopted": { version: number; from: string; limitMinutes: number; admitsElectedMembers: boolean; quorum: number | null; requiredRoles: AgencyKind[] };
  "bankHoliday.added": { day: string };
  "bankHoliday.withdrawn": { day: string };
  "declaration.adopted": { version: number; from: string };
  "partnership.changed": { fields: ChangedField[]; idleMinutes: number; findsRepeats: boolean };
  /** An email that couldn't be sent waits anew. */
  "mail.sentAgain": { personId: string; mailId: string };
  "audit.checksRead": Record<never, never>;
  /** Somebody said how they want to hear of what may wait. */
  "mail.paceChosen": { reminder: MailPace; progress: MailPace; papers: MailPace; quiet: boolean };
  "audit.searched": { personId: string | null; kind: string | null; from: string | null; to: string | null };
  /** So many events, filtered in this way, were taken away as a file. */
  "audit.exported": { personId: string | null; kind: string | null; from: string | null; to: string | null; events: number };
};
export type AuditEventName = keyof AuditParticulars;
