import { Prisma } from "@/platform/db/client.ts";
import { addDays, instantOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import type { AuditFilters } from "../inputs.ts";
import { readEvents, type ToldEvent } from "./list-history.ts";

export type EventPage = {
  events: ToldEvent[];
  /** Where the next, older page begins; null on the last. */
  older: number | null;
  /** How many events the partnership's chain holds. */
  chain: number;
  people: { id: string; name: string }[];
};

const size = 50;

/**
 * The audit of a partnership, newest first, for information governance; null for anybody else. Asking is itself kept, with the
 * codes of what was asked. A case's reference also finds what was done to its actions and agenda items.
 */
export const listEvents = view(async ({ tx, may, record }, { person, reference, kind, from, to, before }: AuditFilters): Promise<EventPage | null> => {
  if (!may("audit.read")) return null;
  const asked: Prisma.Sql[] = [];
  let caseId: string | null = null;
  if (reference) {
    const found = await tx.$queryRaw<{ id: string }[]>`select id from cases where reference = ${reference}`;
    caseId = found[0]?.id ?? null;
    asked.push(Prisma.sql`(e.reference = ${reference} or e.case_id = ${caseId}::uuid)`);
  }
  if (person) asked.push(Prisma.sql`e.person_id = ${person}::uuid`);
  if (kind) asked.push(Prisma.sql`e.event = ${kind}`);
  if (from) asked.push(Prisma.sql`e.occurred_at >= ${instantOf(from, 0, 0)}::timestamptz`);
  if (to) asked.push(Prisma.sql`e.occurred_at < ${instantOf(addDays(to, 1), 0, 0)}::timestamptz`);
  const found = await readEvents(tx, asked.length > 0 ? Prisma.join(asked, " and ") : Prisma.sql`true`, { before, limit: size + 1 });
  const rest = await tx.$queryRaw<{ chain: number; people: EventPage["people"] }[]>`
    select (select coalesce(max(seq), 0)::int from audit_events) as chain,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', concat_ws(' ', p.style, p.name)) order by p.name), '[]') from people p) as people`;
  record({ event: "audit.searched", subject: { type: "audit", caseId }, particulars: { personId: person, kind, from, to } });
  const events = found.slice(0, size);
  return { events, older: found.length > size ? (events.at(-1)?.seq ?? null) : null, chain: rest[0]?.chain ?? 0, people: rest[0]?.people ?? [] };
});
