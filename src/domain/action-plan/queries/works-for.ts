import type { Tx } from "@/platform/db/client.ts";

/** Whether somebody works for the agency that owns an action: is of it, or sits on the forum for it. */
export async function worksFor(tx: Tx, personId: string, { forumId, ownerAgencyId }: { forumId: string; ownerAgencyId: string }): Promise<boolean> {
  const rows = await tx.$queryRaw<{ works: boolean }[]>`select app.works_for(${personId}::uuid, ${forumId}::uuid, ${ownerAgencyId}::uuid) as works`;
  return rows[0]?.works === true;
}
