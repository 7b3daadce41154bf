import type { ActionState, CaseDecision, CaseStage, ItemOutcome } from "../kernel/enums.ts";
import type { Permission } from "../kernel/policy.ts";

/** What an event is about. `reference` is the spoken one; no names, no titles. */
export type AuditSubject = {
  type: "session" | "meeting" | "item" | "case" | "action" | "forum" | "person" | "audit";
  id?: string | null;
  reference?: string | null;
  forumId?: string | null;
  caseId?: string | null;
};

/** What was changed in a case; the words themselves stand in the case. */
export type AmendedField = "title" | "summary" | "ward" | "involvesChildren" | "background" | "wanted" | "risk";

/**
 * Every fact worth keeping, and what each carries: ids and codes, never words that a person typed; those stay in the record
 * that the id points to. Add here first; the compiler then finds the gaps. Drawn in docs/generated/audit-events.md.
 */
export type AuditParticulars = {
  "session.opened": { how: string };
  "session.refused": Record<never, never>;
  "session.closed": Record<never, never>;
  "access.refused": { permission: Permission };
  "meeting.scheduled": Record<never, never>;
  "meeting.agendaPublished": { items: number; minutes: number };
  "meeting.doorsOpened": Record<never, never>;
  "meeting.opened": { signed: number };
  "meeting.closed": { items: number; actions: number };
  "meeting.minutesCirculated": Record<never, never>;
  "meeting.minutesConfirmed": { atMeetingId: string };
  "meeting.minutesOpened": Record<never, never>;
  "register.signed": { signInId: string; declarationVersion: number };
  "register.apologiesSent": { personId: string; withInformation: boolean };
  "register.absenceRecorded": { personId: string };
  "item.minuted": { outcome: ItemOutcome | null; decision: CaseDecision | null };
  "item.addedLate": Record<never, never>;
  "case.taken": Record<never, never>;
  "case.amended": { fields: AmendedField[] };
  "case.opened": Record<never, never>;
  "case.revealed": { revealId: string };
  "case.moved": { from: CaseStage; to: CaseStage; itemId: string };
  "action.recorded": { ownerId: string; agencyId: string };
  "action.assigned": { ownerId: string; agencyId: string };
  "action.opened": Record<never, never>;
  /** The words of these actions were read in a list or in print. */
  "action.listed": { actionIds: string[] };
  "action.moved": { from: ActionState; to: ActionState; stepId: string };
  "audit.searched": { personId: string | null; kind: string | null; from: string | null; to: string | null };
};
export type AuditEventName = keyof AuditParticulars;

/** What each event is about; also the list of events where one is needed at run time. */
export const subjectOfEvent: Record<AuditEventName, AuditSubject["type"]> = {
  "session.opened": "session",
  "session.refused": "person",
  "session.closed": "session",
  "access.refused": "person",
  "meeting.scheduled": "meeting",
  "meeting.agendaPublished": "meeting",
  "meeting.doorsOpened": "meeting",
  "meeting.opened": "meeting",
  "meeting.closed": "meeting",
  "meeting.minutesCirculated": "meeting",
  "meeting.minutesConfirmed": "meeting",
  "meeting.minutesOpened": "meeting",
  "register.signed": "meeting",
  "register.apologiesSent": "meeting",
  "register.absenceRecorded": "meeting",
  "item.minuted": "item",
  "item.addedLate": "item",
  "case.taken": "case",
  "case.amended": "case",
  "case.opened": "case",
  "case.revealed": "case",
  "case.moved": "case",
  "action.recorded": "action",
  "action.assigned": "action",
  "action.opened": "action",
  "action.listed": "forum",
  "action.moved": "action",
  "audit.searched": "audit",
};
