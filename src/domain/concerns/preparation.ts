import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import { Refusal } from "../kernel/outcome.ts";
import type { HeldConcern } from "./lifecycle.ts";

type Known = Pick<Prisma.ConcernPreparationUncheckedCreateInput, "severalAgencies" | "highVulnerability" | "emergingHotspot" | "note" | "recordWords" | "residentWords">;

/** Keeps what the chair's office prepares together, over what was seen: version 0 where nothing was. Only for a concern this transaction holds. */
export async function keepPreparation(tx: Tx, { partnershipId, personId }: Actor, { id: concernId, forumId }: Pick<HeldConcern, "id" | "forumId">, seen: number, known: Known, now: Date): Promise<number> {
  const by = { ...known, preparedById: personId, preparedAt: now };
  const stands = await tx.concernPreparation.findFirst({ where: { concernId }, select: { version: true } });
  if ((stands?.version ?? 0) !== seen) throw new Refusal({ kind: "stale" });
  if (!stands) await tx.concernPreparation.createMany({ data: [{ concernId, partnershipId, forumId, ...by }] });
  else await tx.concernPreparation.updateMany({ where: { partnershipId, concernId }, data: { ...by, version: { increment: 1 } } });
  return seen + 1;
}
