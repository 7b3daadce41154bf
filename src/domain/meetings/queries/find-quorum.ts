import type { Tx } from "@/platform/db/client.ts";
import type { AgencyKind } from "../../kernel/enums.ts";

/** Rule 4: how many members are there, how many it takes, and which kinds of agency that must be there are not. */
export type Quorum = { here: number; quorum: number | null; missing: AgencyKind[]; reached: boolean };

/** By the signatures on the register, without whoever has left. The database counts, and holds an opening to the same answer. */
export async function findQuorum(tx: Tx, meetingId: string): Promise<Quorum> {
  const rows = await tx.$queryRaw<Omit<Quorum, "reached">[]>`select here, quorum, missing::text[] as missing from app.quorum_at(${meetingId}::uuid)`;
  const found = rows[0] ?? { here: 0, quorum: null, missing: [] };
  return { ...found, reached: found.here >= (found.quorum ?? 0) && found.missing.length === 0 };
}

/** What stands between a meeting and its decisions, as a refusal carries it. */
export const inFacts = ({ here, quorum, missing }: Quorum) => ({ here, ...(quorum === null ? {} : { quorum }), missing: [...missing] });

/** Kinds of agency that must be at the forum's meetings and signed at none of the last three held (rule 4). */
export async function absentRunning(tx: Tx, forumIds: readonly string[]): Promise<{ forumId: string; forum: string; agencyKind: AgencyKind }[]> {
  if (forumIds.length === 0) return [];
  return tx.$queryRaw`
    select f.id as "forumId", f.code as forum, r.agency_kind as "agencyKind" from required_roles r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id
      cross join lateral (select array_agg(last.id) as ids from (select m.id from meetings m where m.partnership_id = r.partnership_id and m.forum_id = r.forum_id and m.closed_at is not null order by m.starts_at desc limit ${running}) last) held
    where r.forum_id = any(${[...forumIds]}::uuid[]) and app.today() between r.from_on and coalesce(r.until_on, 'infinity') and cardinality(held.ids) = ${running}
      and not exists (select 1 from sign_ins s join agencies g on g.partnership_id = s.partnership_id and g.id = s.agency_id where s.partnership_id = r.partnership_id and s.meeting_id = any(held.ids) and g.kind = r.agency_kind)
    order by f.code, r.agency_kind`;
}
const running = 3;
