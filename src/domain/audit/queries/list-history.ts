import { Prisma, type Tx } from "@/platform/db/client.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { AuditEventName, AuditParticulars } from "../events.ts";
import type { AuditSubject } from "../subjects.ts";

/** One event as it is told: who, when, about what. The reason comes from the record that holds it, for those who may read that. */
export type ToldEvent = {
  [E in AuditEventName]: {
    seq: number;
    at: Date;
    event: E;
    /** "Insp Ruth Calverley"; null where nobody acted. */
    by: string | null;
    subject: AuditSubject["type"];
    reference: string | null;
    particulars: AuditParticulars[E];
    /** The person the particulars point to: the owner of an action, whoever was absent. */
    about: string | null;
    /** Why it was done, where the event has a reason. */
    reason: string | null;
  };
}[AuditEventName];

/** Events under the reader's own policies, newest first, those before `before` where given. */
export function readEvents(tx: Tx, which: Prisma.Sql, { before, limit }: { before: number | null; limit: number }): Promise<ToldEvent[]> {
  return tx.$queryRaw<ToldEvent[]>`
    select e.seq::int as seq, e.occurred_at as at, e.event, nullif(concat_ws(' ', p.style, p.name), '') as by, e.subject_type as subject, e.reference, e.particulars,
      nullif(concat_ws(' ', o.style, o.name), '') as about, coalesce(r.reason, w.reason, case e.event when 'recusal.lifted' then l.reason else u.reason end) as reason
    from (select * from audit_events e where ${which} and (${before}::bigint is null or e.seq < ${before}::bigint) order by e.seq desc limit ${limit}) e
      left join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
      left join people o on o.partnership_id = e.partnership_id and o.id = coalesce(e.particulars ->> 'ownerId', e.particulars ->> 'personId')::uuid
      left join reveals r on r.partnership_id = e.partnership_id and r.id = (e.particulars ->> 'revealId')::uuid
      left join address_reveals w on w.partnership_id = e.partnership_id and w.id = (e.particulars ->> 'revealId')::uuid
      left join recusals u on u.partnership_id = e.partnership_id and u.id = (e.particulars ->> 'recusalId')::uuid
      left join recusal_lifts l on l.partnership_id = e.partnership_id and l.recusal_id = u.id
    order by e.seq desc`;
}

/** A line of a record's history. Somebody's readings of one day are one line: how often, and when last. */
export type HistoryLine = ToldEvent & { times: number };

/**
 * The history of one record, newest first, for the chair's office of its forum and for information governance; nobody else reads
 * an event. A case's holds what was done to its agenda items and actions too.
 */
export async function listHistory(tx: Tx, record: { caseId: string } | { subjectId: string }, limit = 20): Promise<HistoryLine[]> {
  const which = "caseId" in record ? Prisma.sql`e.case_id = ${record.caseId}::uuid` : Prisma.sql`e.subject_id = ${record.subjectId}::uuid`;
  const lines = new Map<string, HistoryLine>();
  for (const told of await readEvents(tx, which, { before: null, limit: limit * 10 })) {
    const key = isReading(told) ? `${told.event} ${told.reference} ${told.by} ${dayOf(told.at)}` : String(told.seq);
    const later = lines.get(key);
    if (later) later.times += 1;
    else if (lines.size < limit) lines.set(key, { ...told, times: 1 });
  }
  return [...lines.values()];
}

const isReading = ({ event }: ToldEvent): boolean => event === "case.opened" || event === "action.opened" || event === "action.listed" || event === "meeting.minutesOpened";
