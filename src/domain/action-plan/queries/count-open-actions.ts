import type { Tx } from "@/platform/db/client.ts";
import { openActionStates } from "../../kernel/enums.ts";

/** What still stands between a case and its end: actions that are open, and those that wait for the chair, recorded or declined. */
export async function countOpenActions(tx: Tx, caseId: string): Promise<number> {
  const states = ["recorded", "declined", ...openActionStates];
  const rows = await tx.$queryRaw<{ open: number }[]>`
    select count(*)::int as open from actions where case_id = ${caseId}::uuid and state = any(${states}::action_state[])`;
  return rows[0]?.open ?? 0;
}
