import type { Tx } from "@/platform/db/client.ts";
import { findNamedInTwin, unconfirmed } from "../cases/queries/find-named-words.ts";
import { refuse } from "../kernel/outcome.ts";

/** The proposed twin is held against whom the referral names so far: none of their words stands in it, unless somebody who was shown the word says that it names nobody. */
export async function checkTwin(tx: Tx, referralId: string, twin: { title: string; summary: string }, confirmed: readonly string[]): Promise<void> {
  const named = await findNamedInTwin(tx, twin, async (spoken) => {
    const rows = await tx.$queryRaw<{ marks: string[] }[]>`select app.referral_marks_among(${referralId}::uuid, ${spoken}::text[]) as marks`;
    return rows[0]?.marks ?? [];
  });
  if (unconfirmed(named, confirmed).length > 0) refuse("referral.twinNamesSomeone", { words: named });
}
