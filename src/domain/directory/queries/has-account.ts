import type { Tx } from "@/platform/db/client.ts";

/** Whether somebody can sign in already: with a password of their own, or by their organisation. */
export async function hasAccount(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ there: boolean }[]>`
    select exists (select 1 from credentials c where c.person_id = ${personId}::uuid) or exists (select 1 from identities i where i.person_id = ${personId}::uuid) as there`;
  return rows[0]?.there === true;
}
