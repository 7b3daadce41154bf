import type { Tx } from "@/platform/db/client.ts";

/** What still stands between a case and its end: actions that are open, and those that wait for the chair, recorded or declined. */
export async function countOpenActions(tx: Tx, caseId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ open: number }[]>`select count(*)::int as open from actions where case_id = ${caseId}::uuid and ended_at is null`;
  return rows[0]?.open ?? 0;
}
