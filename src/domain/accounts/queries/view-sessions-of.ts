import type { Tx } from "@/platform/db/client.ts";
import { view } from "../../view.ts";

/** `how`: what the person showed; `device`: the kind of browser and machine. */
export type OpenedSession = { id: string; openedAt: Date; how: string; device: string };

/** Sessions that are open now, newest first. */
export const openSessions = (tx: Tx, personId: string, now: Date): Promise<OpenedSession[]> =>
  tx.session.findMany({
    where: { personId, endedAt: null, idleEndsAt: { gt: now }, endsAt: { gt: now } },
    select: { id: true, openedAt: true, how: true, device: true },
    orderBy: { openedAt: "desc" },
  });

/** How somebody's account stands, for an administrator; null for anybody else. */
export const viewSessionsOf = view(async ({ tx, now, may }, personId: string): Promise<{ sessions: OpenedSession[]; hasFactor: boolean } | null> => {
  if (!may("account.endSessions")) return null;
  const factor = await tx.secondFactor.findFirst({ where: { personId, confirmedAt: { not: null } }, select: { madeAt: true } });
  return { sessions: await openSessions(tx, personId, now), hasFactor: factor !== null };
});
