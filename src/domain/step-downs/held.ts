import { lockCaseByReference, subjectOf } from "../cases/lifecycle.ts";
import type { CommandContext } from "../command.ts";
import type { Permission } from "../kernel/policy.ts";
import { refuse, refuseIfStale } from "../kernel/outcome.ts";
import { chairAbsent, chairRecused } from "../meetings/queries/chair-absence.ts";
import { dayOf } from "../kernel/dates.ts";
import { findDecision } from "./queries/find-decision.ts";
import { findRunning } from "./lifecycle.ts";

type Context = Pick<CommandContext, "tx" | "now" | "require">;
type Asked = { reference: string; version: number };

/** Takes a case and the step-down that is prepared for it, as the actor saw it. */
export async function lockPrepared(context: Context, permission: Permission, { reference, version }: Asked) {
  const { held, running } = await lockRunning(context, permission, reference);
  if (!running || running.signedAt) refuse(held.stage === "open" ? "case.noStepDown" : "case.notOpen");
  refuseIfStale(running, version);
  return { held, running };
}

/** Takes a case and the watch that is kept on it, as the actor saw it. */
export async function lockWatched(context: Context, permission: Permission, { reference, version }: Asked) {
  const { held, running } = await lockRunning(context, permission, reference);
  if (held.stage !== "stepped_down" || !running?.signedAt) refuse("case.notWatched");
  refuseIfStale(running, version);
  return { held, running };
}

/** The lock, then who may: the deputy too where the chair is recused from the case, or was absent from the meeting that decided it. */
async function lockRunning({ tx, now, require }: Context, permission: Permission, reference: string) {
  const held = await lockCaseByReference(tx, reference);
  const { forumId } = held;
  const running = await findRunning(tx, held);
  const decision = await findDecision(tx, held.id);
  const absent = decision !== null && running?.signedAt === null && (await chairAbsent(tx, { id: decision.meetingId, forumId }, dayOf(now)));
  require(permission, { forumId, chairAbsent: absent, chairRecused: await chairRecused(tx, { caseId: held.id, itemId: null }) }, subjectOf(held));
  return { held, running, decision };
}
