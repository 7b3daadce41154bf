import type { Tx } from "@/platform/db/client.ts";

export type Resolution = { id: string; wording: string };

/** What items resolved, part by part, as far as the reader may read them; not what was withdrawn. */
export async function listResolutions(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Resolution[]>> {
  const rows = await tx.$queryRaw<(Resolution & { itemId: string })[]>`
    select id, item_id as "itemId", wording from resolutions where item_id = any(${itemIds}::uuid[]) and withdrawn_at is null order by item_id, position`;
  return new Map(itemIds.map((itemId) => [itemId, rows.filter((row) => row.itemId === itemId).map(({ id, wording }) => ({ id, wording }))]));
}
