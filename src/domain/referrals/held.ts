import type { CommandContext } from "../command.ts";
import type { ReferralState } from "../kernel/enums.ts";
import { refuse, refuseIfStale } from "../kernel/outcome.ts";
import { type HeldReferral, lockReferral, referralMoves, referralSubject } from "./lifecycle.ts";

type Context = Pick<CommandContext, "tx" | "require">;

/** Takes a referral to write in it: whoever writes it, before it is sent and again while more is asked. */
export async function holdToWrite({ tx, require }: Context, { reference, version }: { reference: string; version: number }): Promise<HeldReferral> {
  const held = await lockReferral(tx, reference);
  refuseIfStale(held, version);
  require("referral.write", { isReferrer: held.isWriter }, referralSubject(held));
  if (!held.isOpen || (held.state !== "draft" && held.state !== "more_asked")) refuse("referral.movedOn", { state: held.state });
  return held;
}

/** Takes a referral that waits, to answer it: the chair in force, the deputy where the chair may not see it; to ask for more, the chair's office. */
export async function holdToAnswer({ tx, require }: Context, { reference, version }: { reference: string; version: number }, { to, permission = "referral.decide" }: { to?: ReferralState; permission?: "referral.decide" | "referral.askMore" | "referral.standAside" }): Promise<HeldReferral> {
  const held = await lockReferral(tx, reference);
  refuseIfStale(held, version);
  require(permission, { forumId: held.forumId, chairRecused: held.chairOut }, referralSubject(held));
  const legal: readonly ReferralState[] = referralMoves[held.state];
  if (!held.isOpen || (to && !legal.includes(to))) refuse("referral.movedOn", { state: held.state });
  return held;
}
