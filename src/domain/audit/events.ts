import type { ActionState, CaseDecision, CaseStage, ItemOutcome } from "../kernel/enums.ts";
import type { Permission } from "../kernel/policy.ts";

/** What an event is about. `reference` is the spoken one; no names, no titles. */
export type AuditSubject = {
  type: "session" | "meeting" | "item" | "case" | "action" | "person" | "audit";
  id?: string | null;
  reference?: string | null;
  forumId?: string | null;
  caseId?: string | null;
};

/**
 * Every fact worth keeping, and what each carries: ids and codes, never words that a person typed; those stay in the record
 * that the id points to. Add here first; the compiler then finds the gaps. Drawn in docs/generated/audit-events.md.
 */
export type AuditParticulars = {
  "session.opened": { how: string };
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
  "case.opened": Record<never, never>;
  "case.revealed": { revealId: string };
  "case.moved": { from: CaseStage; to: CaseStage; itemId: string };
  "action.recorded": { ownerId: string; agencyId: string };
  "action.assigned": { ownerId: string; agencyId: string };
  "action.opened": Record<never, never>;
  "action.moved": { from: ActionState; to: ActionState; stepId: string };
  "audit.searched": Record<never, never>;
};
export type AuditEventName = keyof AuditParticulars;
