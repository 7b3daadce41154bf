import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../../kernel/actor.ts";
import { view } from "../../view.ts";
import { addressFor, secretFor } from "../codes.ts";
import type { AppToSetUp } from "./read-step.ts";
import { openSessions, type OpenedSession } from "./view-sessions-of.ts";

export type OwnAccount = {
  email: string;
  /** Null for whoever signs in by an organisation, or by a demonstration's button. */
  passwordSetAt: Date | null;
  factor: { madeAt: Date; recoveryCodesLeft: number } | null;
  sessions: (OpenedSession & { isThis: boolean })[];
};

/** How the person signs in, and where they are signed in. */
export const viewOwnAccount = view(async ({ tx, actor, now }, _: Record<never, never>): Promise<OwnAccount> => {
  const { personId } = actor;
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const credential = await tx.credential.findUnique({ where: { personId }, select: { setAt: true } });
  const madeAt = await factorMadeAt(tx, personId);
  const recoveryCodesLeft = madeAt === null ? 0 : await tx.recoveryCode.count({ where: { personId, usedAt: null } });
  const sessions = await openSessions(tx, personId, now);
  return {
    email,
    passwordSetAt: credential?.setAt ?? null,
    factor: madeAt && { madeAt, recoveryCodesLeft },
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === actor.sessionId })),
  };
});

const factorMadeAt = async (tx: Tx, personId: string): Promise<Date | null> =>
  (await tx.secondFactor.findFirst({ where: { personId, confirmedAt: { not: null } }, select: { madeAt: true } }))?.madeAt ?? null;

/** The app that would take the place of the person's second factor, or be their first. It belongs to this session and to the factor that stands now. */
export const appToReplace = view(async ({ tx, actor }: { tx: Tx; actor: Actor }, _: Record<never, never>): Promise<AppToSetUp> => {
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { email: true } });
  const secret = secretFor("session", actor.sessionId, (await factorMadeAt(tx, actor.personId))?.toISOString() ?? "none");
  return { secret, address: addressFor(secret, email) };
});
