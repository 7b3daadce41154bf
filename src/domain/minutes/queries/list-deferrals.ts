import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

export type Deferral = { why: string; untilWhat: string | null; untilOn: Day | null };

/** Why these items were put off, and until what, by item: of those whose minutes the person may read. */
export async function listDeferrals(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Deferral>> {
  const rows = await tx.$queryRaw<(Deferral & { itemId: string })[]>`
    select d.item_id as "itemId", d.why, d.until_what as "untilWhat", d.until_on::text as "untilOn" from deferrals d join agenda_items i on i.partnership_id = d.partnership_id and i.id = d.item_id and i.outcome = 'deferred'
    where d.item_id = any(${[...itemIds]}::uuid[])`;
  return new Map(rows.map(({ itemId, ...deferral }) => [itemId, deferral]));
}
