import type { Tx } from "@/platform/db/client.ts";

/** At which meeting an item is, and on which case. Out of sight reads as not there. */
export async function findItem(tx: Tx, itemId: string): Promise<{ reference: string; caseId: string | null } | undefined> {
  const rows = await tx.$queryRaw<{ reference: string; caseId: string | null }[]>`
    select m.reference, i.case_id as "caseId" from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid`;
  return rows[0];
}
