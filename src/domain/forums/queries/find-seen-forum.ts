import type { Tx } from "@/platform/db/client.ts";
import type { Standing } from "../../kernel/actor.ts";

export type SeenForum = { id: string; code: string; name: string };

/** A forum that the person sits on or serves, by its code. */
export async function findSeenForum(tx: Tx, standing: Standing, code: string): Promise<SeenForum | undefined> {
  const seen = [...standing.appointments, ...standing.memberships].map(({ forumId }) => forumId);
  const rows = await tx.$queryRaw<SeenForum[]>`select id, code, name from forums where code = ${code} and id = any(${seen}::uuid[])`;
  return rows[0];
}
