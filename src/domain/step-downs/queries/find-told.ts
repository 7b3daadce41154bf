import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** That what somebody raised is stepped down and watched: since when, which agency tells them, and what they may be told. */
export type ToldStepDown = { signedOn: Day; agency: string; words: string | null };

/** Of a concern or a referral by its id; null where nobody tells whoever raised it, and for anybody else. */
export async function findToldStepDown(tx: Tx, id: string): Promise<ToldStepDown | null> {
  const rows = await tx.$queryRaw<ToldStepDown[]>`select signed_on::text as "signedOn", agency, words from app.step_down_of_raised(${id}::uuid)`;
  return rows[0] ?? null;
}
