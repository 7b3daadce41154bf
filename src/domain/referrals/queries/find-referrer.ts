import type { Tx } from "@/platform/db/client.ts";

/** Whether the person speaks for an agency: anybody here but an elected member, whose way in is a concern. */
export async function findSpeaksForAgency(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ speaks: boolean }[]>`select app.speaks_for_agency() as speaks`;
  return rows[0]?.speaks ?? false;
}
