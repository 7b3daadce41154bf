import type { Tx } from "@/platform/db/client.ts";

/** Whether an item that decided to escalate has neither been put into words for a board nor sent to one. */
export async function isUnworded(tx: Tx, itemId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ worded: boolean }[]>`
    select exists (select 1 from escalation_drafts d where d.item_id = ${itemId}::uuid) or exists (select 1 from escalation_origins o where o.item_id = ${itemId}::uuid) as worded`;
  return !(rows[0]?.worded ?? false);
}
