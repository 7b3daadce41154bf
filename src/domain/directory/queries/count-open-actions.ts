import type { Tx } from "@/platform/db/client.ts";

export type OpenActions = { forum: string; many: number };

/** How many open actions somebody owns, by forum: a number for an administrator, who sees none of them. */
export const countOpenActions = (tx: Tx, personId: string): Promise<OpenActions[]> =>
  tx.$queryRaw<OpenActions[]>`select forum, many from app.open_actions_of(${personId}::uuid)`;
