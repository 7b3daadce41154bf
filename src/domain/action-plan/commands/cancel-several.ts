import { command } from "../../command.ts";
import { CancelSeveralInput } from "../inputs.ts";
import { takeStep } from "../lifecycle.ts";
import { forumOf, holdSeveral, severalSteps } from "../several.ts";

/** The chair in force takes several actions back for one reason, all or none (rule 9). */
export const cancelSeveral = command({
  permission: "action.cancel",
  input: CancelSeveralInput,
  async run(context, { actions, reason }) {
    const { tx, actor, now, record } = context;
    const held = await holdSeveral(context, actions, severalSteps.cancel);
    for (const each of held) record(await takeStep(tx, actor, each, { kind: "cancelled", note: reason, now }, { endedAt: now }));
    return { forum: forumOf(held), many: held.length };
  },
});
