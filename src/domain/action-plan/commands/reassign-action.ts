import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { ReassignActionInput } from "../inputs.ts";
import { lockAction, subjectOf } from "../lifecycle.ts";
import { passOn } from "../pass-on.ts";
import { aboutAction } from "../queries/about-action.ts";

/**
 * The chair in force gives an action to somebody else, and says why: because its owner left (rule 14), or for any other reason (rule 9).
 * It is assigned anew, and the new owner answers for it from now on. Who helped the one before, and what they could be shown, ends.
 */
export const reassignAction = command({
  permission: "action.reassign",
  input: ReassignActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, ownerId, reason }) {
    const held = await lockAction(tx, reference);
    const today = dayOf(now);
    refuseIfStale(held, version);
    require("action.reassign", await aboutAction(tx, actor, standing, held, today), subjectOf(held));
    if (ownerId === held.ownerId) wrongField("ownerId", "Select somebody else than its owner");
    record(...(await passOn(tx, actor, held, { ownerId, reason, now })));
    return { reference: held.reference };
  },
});
