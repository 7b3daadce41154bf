import { z } from "zod";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import type { Actor } from "../../kernel/actor.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { EndSessionInput, OfPersonInput } from "../inputs.ts";

/** Every session of the person but the one they act from; answers how many were open. */
export async function endOthers(tx: Tx, { personId, sessionId }: Actor, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({ where: { personId, endedAt: null, id: { not: sessionId } }, data: { endedAt: now } });
  return count;
}

/** Ends one of one's own sessions from another. */
export const endSession = command({
  permission: "account.keep",
  input: EndSessionInput,
  async run({ tx, actor, now, require, record }, { sessionId }) {
    const { personId } = actor;
    require("account.keep", { isSelf: true }, { type: "person", id: personId });
    const found = orNotFound(await tx.session.findFirst({ where: { id: sessionId, personId }, select: { endedAt: true } }));
    // sent twice, or ended by the clock meanwhile: it is over, as was asked
    if (found.endedAt) return {};
    await tx.session.updateMany({ where: { id: sessionId, personId }, data: { endedAt: now } });
    record({ event: "session.ended", subject: { type: "person", id: personId }, particulars: { personId, sessions: 1 } });
    return {};
  },
});

export const endOtherSessions = command({
  permission: "account.keep",
  input: z.strictObject({}),
  async run({ tx, actor, now, require, record }) {
    const { personId } = actor;
    require("account.keep", { isSelf: true }, { type: "person", id: personId });
    const sessions = await endOthers(tx, actor, now);
    if (sessions > 0) record({ event: "session.ended", subject: { type: "person", id: personId }, particulars: { personId, sessions } });
    return {};
  },
});

/** An administrator ends every session of somebody, such as on a lost machine. */
export const endSessionsOf = command({
  permission: "account.endSessions",
  input: OfPersonInput,
  async run({ tx, actor, now, require, record }, { personId }) {
    const subject = { type: "person", id: personId } as const;
    require("account.endSessions", {}, subject);
    orNotFound(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }));
    const { count } = await tx.session.updateMany({ where: { personId, endedAt: null, id: { not: actor.sessionId } }, data: { endedAt: now } });
    record({ event: "session.ended", subject, particulars: { personId, sessions: count } });
    return {};
  },
});

/** An administrator takes away the second factor of somebody whose telephone and codes are lost. It ends their sessions and says so by mail. */
export const resetFactorOf = command({
  permission: "account.resetFactor",
  input: OfPersonInput,
  async run({ tx, actor, now, require, record }, { personId }) {
    const subject = { type: "person", id: personId } as const;
    require("account.resetFactor", {}, subject);
    orNotFound(await tx.person.findUnique({ where: { id: personId }, select: { id: true } }));
    if (personId === actor.personId) refuse("account.ownFactor");
    const [row] = await tx.$queryRaw<{ reset: boolean }[]>`select app.reset_second_factor_of(${personId}::uuid, ${now}::timestamptz) as reset`;
    if (!row?.reset) refuse("account.noFactor");
    await mail(tx, actor, { to: personId, template: "account.secondFactorReset", facts: { at: now.toISOString() } }, now);
    record({ event: "secondFactor.reset", subject, particulars: { personId } });
    return {};
  },
});
