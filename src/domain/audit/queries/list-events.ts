import { type HeadWritten, lastHeadWritten } from "@/platform/audit-heads.ts";
import { view } from "../../view.ts";
import type { AuditFilters } from "../inputs.ts";
import { askedFor } from "./asked-for.ts";
import { readEvents, type ToldEvent } from "./list-history.ts";

export type EventPage = {
  events: ToldEvent[];
  /** Where the next, older page begins; null on the last. */
  older: number | null;
  /** How many events the partnership's chain holds. */
  chain: number;
  /** The newest head of it that was written outside the database. */
  outside: HeadWritten | null;
  people: { id: string; name: string }[];
};

const size = 50;

/**
 * The audit of a partnership, newest first, for information governance; null for anybody else. Asking is itself kept, with the
 * codes of what was asked. A case's reference also finds what was done to its actions and agenda items.
 */
export const listEvents = view(async ({ tx, actor, may, record }, filters: AuditFilters): Promise<EventPage | null> => {
  if (!may("audit.read")) return null;
  const { person, kind, from, to, before } = filters;
  const { which, caseId } = await askedFor(tx, filters);
  const found = await readEvents(tx, which, { before, limit: size + 1 });
  const rest = await tx.$queryRaw<{ chain: number; people: EventPage["people"] }[]>`
    select (select coalesce(max(seq), 0)::int from audit_events) as chain,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', concat_ws(' ', p.style, p.name)) order by p.name), '[]') from people p) as people`;
  record({ event: "audit.searched", subject: { type: "audit", caseId }, particulars: { personId: person, kind, from, to } });
  const events = found.slice(0, size);
  return { events, older: found.length > size ? (events.at(-1)?.seq ?? null) : null, chain: rest[0]?.chain ?? 0, outside: await lastHeadWritten(actor.partnershipId), people: rest[0]?.people ?? [] };
});
