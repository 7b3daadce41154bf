import { routeCode } from "@/platform/auth/one-time-secret.ts";
import type { Tx } from "@/platform/db/client.ts";
import type { RoutePurpose } from "../../kernel/enums.ts";

/** How a route stands, for the office that sent it. `code`: to be told by telephone, while it opens something. */
export type SentRoute = { id: string; endsAt: Date; usedAt: Date | null; state: "open" | "used" | "ended" | "withdrawn" | "triedTooOften"; code: string | null };

/** The latest route of a record, as far as the reader's office sent it. */
export async function findRoute(tx: Tx, { purpose, subjectId }: { purpose: RoutePurpose; subjectId: string }, now: Date): Promise<SentRoute | null> {
  const found = await tx.oneTimeRoute.findFirst({
    where: { purpose, subjectId }, orderBy: { madeAt: "desc" }, select: { id: true, needsCode: true, tries: true, endsAt: true, usedAt: true, withdrawnAt: true },
  });
  if (!found) return null;
  const { id, endsAt, usedAt, withdrawnAt, tries, needsCode } = found;
  const state = usedAt ? "used" : withdrawnAt ? "withdrawn" : endsAt <= now ? "ended" : tries >= 5 ? "triedTooOften" : "open";
  return { id, endsAt, usedAt, state, code: state === "open" && needsCode ? routeCode(id) : null };
}
