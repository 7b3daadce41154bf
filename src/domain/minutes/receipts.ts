import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../forums/queries/list-seats.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Day } from "../kernel/dates.ts";

/** Null where nobody of the agency has opened them yet. */
export type Receipt = { agency: string; opened: { at: Date; by: string } | null };

/** The first opening of circulated minutes by somebody of an agency is its receipt; later ones are on the audit alone. */
export async function keepReceipt(tx: Tx, { partnershipId, personId }: Actor, { id: meetingId, forumId, agencyId, now }: { id: string; forumId: string; agencyId: string; now: Date }) {
  await tx.$executeRaw`
    insert into minute_receipts (partnership_id, forum_id, meeting_id, agency_id, person_id, opened_at)
    values (${partnershipId}::uuid, ${forumId}::uuid, ${meetingId}::uuid, ${agencyId}::uuid, ${personId}::uuid, ${now}) on conflict do nothing`;
}

/** Every agency round the table today, and any other that opened them, with its receipt. */
export async function listReceipts(tx: Tx, { id, forumId }: { id: string; forumId: string }, today: Day): Promise<Receipt[]> {
  const kept = await tx.$queryRaw<{ agencyId: string; agency: string; at: Date; by: string }[]>`
    select r.agency_id as "agencyId", g.name as agency, r.opened_at as at, concat_ws(' ', p.style, p.name) as by
    from minute_receipts r join agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
    where r.meeting_id = ${id}::uuid`;
  const receipts = new Map((await listSeats(tx, forumId, today)).map(({ agencyId, agency }): [string, Receipt] => [agencyId, { agency, opened: null }]));
  for (const { agencyId, agency, at, by } of kept) receipts.set(agencyId, { agency, opened: { at, by } });
  return [...receipts.values()].toSorted((a, b) => a.agency.localeCompare(b.agency, "en-GB"));
}
