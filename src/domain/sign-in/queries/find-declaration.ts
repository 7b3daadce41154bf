import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

export type Declaration = { id: string; version: number; text: string; hash: Uint8Array<ArrayBuffer> };

/** The confidentiality declaration that is signed on a day: the latest adopted by then. */
export async function findDeclaration(tx: Tx, today: Day): Promise<Declaration> {
  const rows = await tx.$queryRaw<Declaration[]>`
    select id, version, text, hash from declarations where adopted_on <= ${today}::date order by version desc limit 1`;
  const found = rows[0];
  if (!found) throw new Error("the partnership has adopted no confidentiality declaration");
  return found;
}
