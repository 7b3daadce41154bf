import { diffWordsWithSpace } from "diff";
import type { Tx } from "@/platform/db/client.ts";
import type { CorrectionState, MinutePart } from "../../kernel/enums.ts";

export type Change = { kind: "same" | "added" | "removed"; text: string };
export type Correction = { id: string; part: MinutePart; was: string; becomes: string; state: CorrectionState; by: string; at: Date; settledBy: string; settledAt: Date | null; reason: string | null; changes: Change[] };

/** What was proposed to be corrected in these minutes, item by item, and what came of it: for whoever reads the item's words. */
export async function listCorrections(tx: Tx, meetingId: string): Promise<(Correction & { itemId: string })[]> {
  const rows = await tx.$queryRaw<(Omit<Correction, "changes"> & { itemId: string })[]>`
    select c.id, c.item_id as "itemId", c.part, c.was, c.becomes, c.state, concat_ws(' ', p.style, p.name) as by, c.proposed_at as at, concat_ws(' ', s.style, s.name) as "settledBy", c.settled_at as "settledAt", c.reason
    from minute_corrections c join people p on p.partnership_id = c.partnership_id and p.id = c.proposed_by_id left join people s on s.partnership_id = c.partnership_id and s.id = c.settled_by_id
    where c.meeting_id = ${meetingId}::uuid order by c.proposed_at, c.id`;
  return rows.map((row) => ({ ...row, changes: changesOf(row.was, row.becomes) }));
}

/** Word by word, what a correction takes out and puts in. */
export const changesOf = (was: string, becomes: string): Change[] =>
  diffWordsWithSpace(was, becomes).map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));
