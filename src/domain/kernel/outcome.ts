import type { Permission } from "./policy.ts";

/** What a rule can refuse. The same word in code, audit, documents and tests; said in words by wording/refusals.ts. */
export const refusals = [
  "meeting.alreadyThatMonth",
  "meeting.inThePast",
  "meeting.bankHoliday",
  "meeting.registerSigned",
  "meeting.notInThisState",
  "meeting.overLimit",
  "meeting.doorsNotYet",
  "meeting.doorsShut",
  "meeting.noChair",
  "meeting.nobodySigned",
  "meeting.belowQuorum",
  "meeting.onlyDiscusses",
  "meeting.notFinished",
  "meeting.minutesNotCirculated",
  "meeting.notAtTheNextMeeting",
  "meeting.recusedFromItem",
  "agenda.published",
  "item.neverLeftOff",
  "item.hasPapers",
  "item.hasMinutes",
  "item.comesBackAnyway",
  "deferral.over",
  "waiting.over",
  "planned.over",
  "planned.onAgenda",
  "planned.hasPapers",
  "paper.withdrawn",
  "minute.decisionStands",
  "resolution.withdrawn",
  "correction.settled",
  "question.settled",
  "correction.overtaken",
  "meeting.correctionsOpen",
  "minute.proposalGone",
  "item.notToPark",
  "register.alreadySigned",
  "register.theySigned",
  "register.guestSigned",
  "register.alreadyRefused",
  "register.sheetOver",
  "register.inApologies",
  "register.noSeat",
  "register.notInAdvance",
  "invitation.hasSeat",
  "invitation.alreadyInvited",
  "concern.notAnswered",
  "concern.noForum",
  "concern.notInThisState",
  "concern.namesSomeone",
  "concern.noReplyPrepared",
  "concern.alreadyTold",
  "case.notOpen",
  "case.actionsStillOpen",
  "case.noStepDown",
  "case.notAssessed",
  "case.notRescored",
  "case.watchNotSet",
  "case.tellingNotSet",
  "case.notWatched",
  "case.undoOver",
  "case.steppedDownHere",
  "case.twinNamesSomeone",
  "referral.movedOn",
  "referral.notComplete",
  "referral.answerFirst",
  "referral.twinNamesSomeone",
  "referral.officeNotReached",
  "referral.gatewayEnded",
  "purpose.ownAsking",
  "purpose.alreadyAgreed",
  "purpose.over",
  "address.namedInTwin",
  "address.showIdentitiesFirst",
  "address.showFirst",
  "address.alreadyStored",
  "address.readerHasNoSeat",
  "case.alreadyOnAgenda",
  "repeats.switchedOff",
  "repeats.nobodyYet",
  "repeats.tooOften",
  "talk.alreadyAsked",
  "talk.alreadyAnswered",
  "talk.over",
  "recusal.already",
  "recusal.officeOpenly",
  "recusal.oneself",
  "recusal.lifted",
  "recusal.noSeat",
  "departure.notSigned",
  "departure.alreadyOut",
  "departure.notOut",
  "disclosure.powerDoesNotReach",
  "disclosure.lawEnforcementOnly",
  "disclosure.partsDoNotMatch",
  "gateway.ended",
  "gateway.alreadyChecked",
  "gateway.alreadyRecipient",
  "gateway.reachesAnybody",
  "escalation.illegalMove",
  "escalation.namesSomeone",
  "escalation.alreadySent",
  "escalation.noSecretary",
  "escalation.secretaryRecused",
  "escalation.boardOver",
  "escalation.notYourBoard",
  "escalation.notHeardYet",
  "escalation.meetingOver",
  "ladder.goesRound",
  "action.illegalMove",
  "action.wordingNamesSomeone",
  "action.notOpen",
  "action.ownerHasNoSeat",
  "action.ownerRecused",
  "action.ownDate",
  "action.notAll",
  "action.askedAlready",
  "action.nothingAsked",
  "action.thanksNameSomeone",
  "chase.tooSoon",
  "chase.notNow",
  "organisation.notInDemonstration",
  "organisation.already",
  "organisation.ended",
  "request.alreadyAdmitted",
  "request.alreadyDecided",
  "request.noAddress",
  "request.addressTaken",
  "request.oneself",
  "directory.oneself",
  "directory.emailTaken",
  "directory.over",
  "person.hasLeft",
  "person.hasNotLeft",
  "account.alreadyThere",
  "account.notInvited",
  "account.ownFactor",
  "account.noFactor",
  "appointment.chairAlready",
  "appointment.already",
  "seat.already",
  "seat.contactAlready",
  "office.already",
  "ward.already",
  "mail.over",
  "route.over",
  "enquiry.recused",
  "enquiry.over",
  "enquiry.lawEnded",
  "enquiry.agencyLeft",
] as const;
export type RefusalCode = (typeof refusals)[number];
export type Facts = Record<string, string | number | boolean | string[]>;

export type Problem =
  | { kind: "invalid"; fields: Record<string, string[]> }
  | { kind: "notFound" }
  | { kind: "forbidden"; permission: Permission }
  | { kind: "stale" }
  | { kind: "refused"; rule: RefusalCode; facts: Facts };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Thrown inside a command so that the transaction rolls back; never leaves `command()`. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

export function refuse(rule: RefusalCode, facts: Facts = {}): never {
  throw new Refusal({ kind: "refused", rule, facts });
}

/** A field that the rules find wrong after its form was parsed. */
export function wrongField(field: string, message: string): never {
  throw new Refusal({ kind: "invalid", fields: { [field]: [message] } });
}

/** Out of sight and not there read the same. */
export function orNotFound<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Refusal({ kind: "notFound" });
  return found;
}

export function refuseIfStale(found: { version: number }, seen: number) {
  if (found.version !== seen) throw new Refusal({ kind: "stale" });
}
