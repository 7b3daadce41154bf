import type { Standing } from "./actor.ts";

/**
 * Who may, in the words of the field:
 * - chair in force: the chair or acting chair; the deputy while the chair is vacant, recorded absent from the meeting, or recused from the case (rule 9)
 * - chair's office: chair, deputy and coordinator of the forum
 * - coordinator: the forum's own
 * - verifier: the chair in force; the deputy where the chair owns the action (rule 12)
 * - member: a seat on the forum
 * - themself: what people say of themselves
 * - on the register: signed at a meeting whose papers are open
 * - named on the address: named by the chair's office as a reader of a withheld address, while the case is open to them
 * - named contact: the one person of an agency who searches its records before a meeting (rule 7)
 * - owner: tasked with the action
 * - owner whose task needs it: the owner of an open action, of the people and places that the chair's office chose for it
 * - allowed colleague: sits on the forum for the owner's agency, and the chair lets them help while the action is open (rule 11)
 * - holder at the board: named as who holds an escalation at the board it went to, while they belong to that board; of a board that doesn't use the application its secretary
 * - holder of the record: the person who holds what somebody asks to talk about, or where there is none the chair's office of its forum; never whoever is shut out of it
 * - lead agency: sits on the forum for the agency that keeps watch on the case
 * - agency: anybody here who speaks for theirs; an elected member brings a concern instead
 * - referrer: whoever writes the referral
 * - anybody: whoever is signed in
 * - councillor: an elected member of a ward
 * - raiser: whose concern it is
 * - asked: of whom the chair's office asks one question about a case, and of nobody else
 * - working on the case: whoever may open its record for the work, by office, register, action or invitation; not information governance
 * - information governance, evaluator, administrator: held for the whole partnership
 */
export type Holder = "chair in force" | "chair's office" | "verifier" | "member" | "themself" | "on the register" | "named on the address" | "named contact" | "holder at the board" | "owner" | "owner whose task needs it" | "allowed colleague" | "holder of the record" | "asked" | "working on the case" | "information governance" | "evaluator" | "administrator" | "agency" | "referrer" | "anybody" | "councillor" | "raiser" | "coordinator" | "lead agency";

/** Who may do what. No row, no permission. Drawn in docs/generated/permissions.md. */
export const policy = {
  "meeting.schedule": ["chair's office"],
  "meeting.reschedule": ["chair's office"],
  "meeting.cancel": ["chair's office"],
  "meeting.publishAgenda": ["chair's office"],
  "meeting.openDoors": ["chair in force"],
  "meeting.open": ["chair in force"],
  "meeting.close": ["chair in force"],
  "meeting.circulateMinutes": ["chair's office"],
  "meeting.confirmMinutes": ["chair in force"],
  "register.sign": ["member", "chair's office"],
  "register.signInAdvance": ["named contact"],
  "register.reply": ["member", "chair's office"],
  "register.recordAbsence": ["chair's office"],
  "register.keep": ["chair's office"],
  "register.recordDeparture": ["chair's office", "on the register"],
  "agenda.keep": ["chair's office"],
  "paper.keep": ["chair's office"],
  "plan.keep": ["chair's office"],
  "item.open": ["chair's office"],
  "item.park": ["chair's office"],
  "minute.write": ["chair's office"],
  "minute.proposeCorrection": ["member", "chair's office"],
  "minute.settleCorrection": ["chair's office"],
  "item.conclude": ["chair in force"],
  "item.invite": ["chair's office"],
  "repeats.find": ["chair's office"],
  "repeats.check": ["referrer"],
  "talk.ask": ["referrer"],
  "talk.answer": ["holder of the record"],
  "concern.raise": ["anybody"],
  "concern.log": ["councillor"],
  "concern.record": ["chair's office"],
  "concern.follow": ["raiser"],
  "concern.prepare": ["chair's office"],
  "concern.ask": ["chair's office"],
  "concern.reveal": ["chair's office"],
  "concern.decide": ["chair in force"],
  "concern.reply": ["chair in force"],
  "referral.start": ["agency"],
  "referral.write": ["referrer"],
  "referral.send": ["referrer"],
  "referral.reveal": ["chair's office"],
  "referral.standAside": ["chair's office"],
  "referral.askMore": ["chair's office"],
  "referral.decide": ["chair in force"],
  "case.take": ["chair's office"],
  "case.amend": ["chair's office"],
  "case.assessRisk": ["chair's office"],
  "case.prepareStepDown": ["chair's office"],
  "case.stepDown": ["chair in force"],
  "case.undoStepDown": ["chair in force"],
  "case.returnFromWatch": ["chair's office"],
  "case.close": ["chair in force"],
  "watch.checkIn": ["lead agency", "chair's office"],
  "case.addToAgenda": ["chair's office"],
  "case.reveal": ["chair's office", "on the register", "owner whose task needs it"],
  "address.store": ["chair's office"],
  "address.nameReader": ["chair's office"],
  "address.reveal": ["named on the address"],
  "action.record": ["chair's office"],
  "action.assign": ["chair in force"],
  "action.cancel": ["chair in force"],
  "action.reassign": ["chair in force"],
  "action.keepOwner": ["chair in force"],
  "action.change": ["chair in force"],
  "action.settleTime": ["verifier"],
  "action.chase": ["chair in force", "coordinator"],
  "action.verify": ["verifier"],
  "action.return": ["verifier"],
  "action.accept": ["owner"],
  "action.decline": ["owner"],
  "action.proposeOwner": ["owner"],
  "action.report": ["owner", "allowed colleague"],
  "action.allowColleague": ["chair in force"],
  "action.allowParticulars": ["chair in force"],
  "escalation.compose": ["chair's office"],
  "escalation.send": ["chair in force"],
  "escalation.withdraw": ["chair in force"],
  "escalation.receive": ["chair's office", "holder at the board"],
  "escalation.list": ["chair's office"],
  "escalation.writeAnswer": ["chair's office"],
  "escalation.answer": ["chair in force"],
  "escalation.return": ["chair in force"],
  "escalation.askSecretary": ["chair's office"],
  "escalation.confirm": ["holder at the board"],
  "escalation.recordOutside": ["chair's office"],
  "escalation.close": ["chair in force"],
  "interest.declare": ["member", "chair's office"],
  "interest.declareStanding": ["themself"],
  "interest.note": ["chair's office"],
  "interest.withdraw": ["themself"],
  "interest.seeMatches": ["chair's office"],
  "recusal.decide": ["chair in force"],
  "recusal.lift": ["chair in force"],
  "case.contribute": ["working on the case"],
  "enquiry.ask": ["chair's office"],
  "enquiry.answer": ["asked"],
  "ledger.read": ["chair's office", "information governance"],
  "ledger.readPerson": ["information governance"],
  "gateway.keep": ["information governance"],
  "purpose.ask": ["information governance"],
  "purpose.agree": ["chair in force", "information governance"],
  "history.read": ["chair's office"],
  "audit.read": ["information governance"],
  "audit.export": ["information governance"],
  "evaluation.read": ["evaluator"],
  "directory.keepPeople": ["administrator"],
  "directory.appoint": ["administrator"],
  "directory.keepForums": ["administrator"],
  "terms.acknowledge": ["member", "chair's office"],
  "directory.keepLadder": ["administrator"],
  "directory.settle": ["administrator"],
  "people.leave": ["administrator"],
  "account.invite": ["administrator"],
  "organisation.keep": ["administrator"],
  "request.decide": ["administrator"],
  "mail.sendAgain": ["administrator"],
  "mail.choose": ["themself"],
  "notices.see": ["themself"],
  "account.keep": ["themself"],
  "account.endSessions": ["administrator"],
  "account.resetFactor": ["administrator"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof policy;

/** What has to be known of the thing besides the person's standing. All of it is read inside the transaction, after the lock. */
export type About = {
  forumId?: string;
  /** The chair is recorded in apologies or absent at the meeting this is done at. */
  chairAbsent?: boolean;
  /** The chair is recused from the case: what is done on it is the deputy's. The database keeps the chair out of it. */
  chairRecused?: boolean;
  /** The thing is the actor's own word about themselves. */
  isSelf?: boolean;
  /** The actor's own signature stands on a register that opens the thing. */
  onRegister?: boolean;
  /** The actor is named on the withheld address, and may open its case. */
  namedOnAddress?: boolean;
  /** The actor is their agency's named contact on the forum, by a seat that opens papers. */
  isNamedContact?: boolean;
  /** The actor is named as who holds the escalation at its board, and belongs to that board. */
  holdsEscalation?: boolean;
  /** The actor owns the action. */
  isOwner?: boolean;
  /** An open action of the actor's needs some of who the case is about. */
  taskNeeds?: boolean;
  /** The actor is whom the enquiry asks. */
  isAsked?: boolean;
  /** The chair lets the actor help the owner with it. */
  helps?: boolean;
  /** The agency that keeps watch on the case. */
  leadAgencyId?: string;
  /** The actor may open the record of the case today, for the work. */
  worksOnCase?: boolean;
  /** The actor holds the record that somebody asks to talk about. */
  holdsRecord?: boolean;
  /** The actor is an elected member today. */
  isCouncillor?: boolean;
  /** The concern is the actor's. */
  isRaiser?: boolean;
  /** The actor speaks for an agency: anybody but an elected member. */
  speaksForAgency?: boolean;
  /** The actor writes the referral. */
  isReferrer?: boolean;
  /** Whoever owns the action is the forum's chair today. */
  ownedByChair?: boolean;
};

const holds: Record<Holder, (standing: Standing, about: About) => boolean> = {
  "chair in force": (s, about) =>
    hasOffice(s, about, "chair") || (hasOffice(s, about, "deputy") && (about.chairAbsent === true || about.chairRecused === true || s.vacantChairs.includes(about.forumId ?? ""))),
  "chair's office": (s, about) => s.appointments.some((a) => a.forumId === about.forumId),
  coordinator: (s, about) => hasOffice(s, about, "coordinator"),
  verifier: (s, about) => !about.isOwner && !about.helps && (holds["chair in force"](s, about) || (about.ownedByChair === true && hasOffice(s, about, "deputy"))),
  member: (s, about) => s.memberships.some((m) => m.forumId === about.forumId),
  "on the register": (_, about) => about.onRegister === true,
  themself: (_, about) => about.isSelf === true,
  "named on the address": (_, about) => about.namedOnAddress === true,
  "named contact": (_, about) => about.isNamedContact === true,
  "holder at the board": (_, about) => about.holdsEscalation === true,
  owner: (_, about) => about.isOwner === true,
  "owner whose task needs it": (_, about) => about.taskNeeds === true,
  "allowed colleague": (_, about) => about.helps === true,
  "holder of the record": (_, about) => about.holdsRecord === true,
  "lead agency": (s, about) => about.leadAgencyId !== undefined && s.memberships.some((m) => m.forumId === about.forumId && m.agencyId === about.leadAgencyId),
  anybody: () => true,
  councillor: (_, about) => about.isCouncillor === true,
  raiser: (_, about) => about.isRaiser === true,
  agency: (_, about) => about.speaksForAgency === true,
  referrer: (_, about) => about.isReferrer === true,
  asked: (_, about) => about.isAsked === true,
  "working on the case": (_, about) => about.worksOnCase === true,
  "information governance": (s) => s.partnershipOffices.includes("information_governance"),
  evaluator: (s) => s.partnershipOffices.includes("evaluator"),
  administrator: (s) => s.partnershipOffices.includes("administrator"),
};

const hasOffice = (s: Standing, about: About, office: string) => s.appointments.some((a) => a.forumId === about.forumId && a.office === office);

export function can(standing: Standing, permission: Permission, about: About = {}): boolean {
  return standing.present && policy[permission].some((holder) => holds[holder](standing, about));
}
