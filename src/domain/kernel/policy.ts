import type { Standing } from "./actor.ts";

/**
 * Who may, in the words of the field:
 * - chair in force: the chair or acting chair; the deputy while the chair is vacant or recorded absent from the meeting (rule 9)
 * - chair's office: chair, deputy and coordinator of the forum
 * - verifier: the chair in force; the deputy where the chair owns the action (rule 12)
 * - member: a seat on the forum
 * - on the register: signed at a meeting whose papers are open
 * - owner: tasked with the action
 * - partnership offices: held for the whole partnership
 */
export type Holder = "chair in force" | "chair's office" | "verifier" | "member" | "on the register" | "owner" | "information governance";

/** Who may do what. No row, no permission. Drawn in docs/generated/permissions.md. */
export const policy = {
  "meeting.schedule": ["chair's office"],
  "meeting.publishAgenda": ["chair's office"],
  "meeting.openDoors": ["chair in force"],
  "meeting.open": ["chair in force"],
  "meeting.close": ["chair in force"],
  "meeting.circulateMinutes": ["chair's office"],
  "meeting.confirmMinutes": ["chair in force"],
  "register.sign": ["member", "chair's office"],
  "register.sendApologies": ["member", "chair's office"],
  "register.recordAbsence": ["chair's office"],
  "minute.write": ["chair's office"],
  "case.take": ["chair's office"],
  "case.amend": ["chair's office"],
  "case.addToAgenda": ["chair's office"],
  "case.reveal": ["chair's office", "on the register"],
  "action.record": ["chair's office"],
  "action.assign": ["chair in force"],
  "action.cancel": ["chair in force"],
  "action.verify": ["verifier"],
  "action.return": ["verifier"],
  "action.accept": ["owner"],
  "action.report": ["owner"],
  "history.read": ["chair's office"],
  "audit.read": ["information governance"],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof policy;

/** What has to be known of the thing besides the person's standing. All of it is read inside the transaction, after the lock. */
export type About = {
  forumId?: string;
  /** The chair is recorded in apologies or absent at the meeting this is done at. */
  chairAbsent?: boolean;
  /** The actor's own signature stands on a register that opens the thing. */
  onRegister?: boolean;
  /** The actor owns the action. */
  isOwner?: boolean;
  /** Whoever owns the action is the forum's chair today. */
  ownedByChair?: boolean;
};

const holds: Record<Holder, (standing: Standing, about: About) => boolean> = {
  "chair in force": (s, about) =>
    hasOffice(s, about, "chair") || (hasOffice(s, about, "deputy") && (about.chairAbsent === true || s.vacantChairs.includes(about.forumId ?? ""))),
  "chair's office": (s, about) => s.appointments.some((a) => a.forumId === about.forumId),
  verifier: (s, about) => !about.isOwner && (holds["chair in force"](s, about) || (about.ownedByChair === true && hasOffice(s, about, "deputy"))),
  member: (s, about) => s.memberships.some((m) => m.forumId === about.forumId),
  "on the register": (_, about) => about.onRegister === true,
  owner: (_, about) => about.isOwner === true,
  "information governance": (s) => s.partnershipOffices.includes("information_governance"),
};

const hasOffice = (s: Standing, about: About, office: string) => s.appointments.some((a) => a.forumId === about.forumId && a.office === office);

export function can(standing: Standing, permission: Permission, about: About = {}): boolean {
  return standing.present && policy[permission].some((holder) => holds[holder](standing, about));
}
