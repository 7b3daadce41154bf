import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { Taskable } from "../read-line.ts";

/** Who can be tasked at a meeting, by all that they may be called, and when the forum meets next: what reading a spoken action needs. */
export async function listTaskable(tx: Tx, { id, forumId, startsAt }: { id: string; forumId: string; startsAt: Date }, today: Day): Promise<{ people: Taskable[]; today: Day; nextMeeting: Day | null }> {
  const seats = await listSeats(tx, forumId, today);
  const agencies = await tx.$queryRaw<{ id: string; shortName: string; kind: string }[]>`select id, short_name as "shortName", kind::text as kind from agencies where id = any(${[...new Set(seats.map(({ agencyId }) => agencyId))]}::uuid[])`;
  const signed = await tx.$queryRaw<{ personId: string }[]>`select person_id as "personId" from sign_ins where meeting_id = ${id}::uuid`;
  const next = await tx.$queryRaw<{ startsAt: Date }[]>`select starts_at as "startsAt" from meetings where forum_id = ${forumId}::uuid and starts_at > ${startsAt}::timestamptz and state in ('scheduled', 'published') order by starts_at limit 1`;
  const people = seats.map(({ personId, name, post, agency, agencyId, offices }) => {
    const own = agencies.find((one) => one.id === agencyId);
    return { personId, name, post, agency, shortName: own?.shortName ?? agency, kind: own?.kind ?? "", offices, signed: signed.some((one) => one.personId === personId) };
  });
  return { people, today, nextMeeting: next[0] ? dayOf(next[0].startsAt) : null };
}
