import type { Tx } from "@/platform/db/client.ts";

export type Wording = { wording: string; measure: string };

/** The words of these actions, as far as the person may read each (D2). By explicit ids only: joined to a list, the policy would keep the limit from the index. */
export async function readWordings(tx: Tx, ids: readonly string[]): Promise<Map<string, Wording>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Wording & { id: string })[]>`select action_id as id, wording, measure from action_wordings where action_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}
