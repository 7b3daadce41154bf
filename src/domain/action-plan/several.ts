import type { CommandContext } from "../command.ts";
import { dayOf } from "../kernel/dates.ts";
import type { ActionStepKind } from "../kernel/enums.ts";
import { refuse } from "../kernel/outcome.ts";
import { can, type Permission } from "../kernel/policy.ts";
import { type HeldAction, lockAction, mayTake, subjectOf } from "./lifecycle.ts";
import { aboutAction } from "./queries/about-action.ts";

/** By which right and step each act on several is done; the page that offers them asks the same. */
export const severalSteps = {
  verify: { permission: "action.verify", step: "verified" },
  reassign: { permission: "action.reassign", step: "reassigned" },
  move: { permission: "action.change", step: "changed" },
  cancel: { permission: "action.cancel", step: "cancelled" },
} as const satisfies Record<string, { permission: Permission; step: ActionStepKind }>;

/**
 * Holds several actions, in one order so that two chairs don't wait for one another, and answers them only when each can take the step:
 * as it was seen, in a state for it, by whoever may. Else nothing is done, and those that stand in the way are named.
 */
export async function holdSeveral({ tx, actor, standing, now, require }: CommandContext, actions: readonly string[], { permission, step }: { permission: Permission; step: ActionStepKind }): Promise<HeldAction[]> {
  const wanted = new Map(actions.map((one) => one.split(":") as [string, string]).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const held: HeldAction[] = [];
  const inTheWay: string[] = [];
  for (const [reference, version] of wanted) {
    const action = await lockAction(tx, reference);
    const about = await aboutAction(tx, actor, standing, action, dayOf(now));
    const may = can(standing, permission, about);
    // whoever may act on none of them is refused by name
    if (may || wanted.size === 1) require(permission, about, subjectOf(action));
    if (may && action.version === Number(version) && mayTake(step, action.state)) held.push(action);
    else inTheWay.push(action.reference);
  }
  const first = held[0];
  if (!first) {
    const action = await lockAction(tx, inTheWay[0] ?? "");
    require(permission, await aboutAction(tx, actor, standing, action, dayOf(now)), subjectOf(action));
  }
  if (inTheWay.length > 0 || new Set(held.map(({ forumId }) => forumId)).size > 1) refuse("action.notAll", { references: inTheWay });
  return held;
}

/** The code of the forum whose plan these stand in. */
export const forumOf = (held: readonly HeldAction[]): string => held[0]?.reference.split("-")[0] ?? "";
