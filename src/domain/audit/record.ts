import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import type { AuditParticulars } from "./events.ts";
import type { AuditSubject } from "./subjects.ts";

/** One event to be written: what happened, to what, and where the words behind it stand. */
export type Recorded = { [E in keyof AuditParticulars]: { event: E; subject: AuditSubject; particulars: AuditParticulars[E] } }[keyof AuditParticulars];

/**
 * Writes what happened, in the same transaction, as its last statement: the chain's head stays locked until the commit.
 * The database gives each event its number, moment, salt and hash.
 */
export async function writeEvents(tx: Tx, actor: Actor, events: readonly Recorded[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ event, subject, particulars }) => ({
    id: randomUUID(), event, subject_type: subject.type, subject_id: subject.id ?? null, reference: subject.reference ?? null,
    forum_id: subject.forumId ?? null, case_id: subject.caseId ?? null, particulars,
  }));
  await tx.$executeRaw`
    insert into audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, reference, forum_id, case_id, particulars, salt, digest, hash)
    select ${actor.partnershipId}::uuid, 0, r.id, now(), r.event, ${actor.personId}::uuid, ${actor.requestId}, r.subject_type, r.subject_id, r.reference, r.forum_id, r.case_id, r.particulars, r.id, '', ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, event text, subject_type text, subject_id uuid, reference text, forum_id uuid, case_id uuid, particulars jsonb)`;
}
