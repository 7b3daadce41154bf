import type { Tx } from "@/platform/db/client.ts";
import type { Matter } from "../lifecycle.ts";

/** Whether a matter is shut to somebody else, as the chair's office knows it. */
export async function isRecused(tx: Tx, { caseId, itemId }: Matter, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ recused: boolean }[]>`
    select exists (select 1 from recusals r where (r.case_id = ${caseId}::uuid or r.item_id = any(app.matter_of(${itemId}::uuid))) and r.person_id = ${personId}::uuid
      and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) as recused`;
  return rows[0]?.recused ?? false;
}
