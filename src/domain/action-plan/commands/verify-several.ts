import { command } from "../../command.ts";
import { VerifySeveralInput } from "../inputs.ts";
import { takeStep } from "../lifecycle.ts";
import { forumOf, holdSeveral, severalSteps } from "../several.ts";

/** Several actions that were reported done are verified at once, all or none (rule 12). */
export const verifySeveral = command({
  permission: "action.verify",
  input: VerifySeveralInput,
  async run(context, { actions }) {
    const { tx, actor, now, record } = context;
    const held = await holdSeveral(context, actions, severalSteps.verify);
    for (const each of held) record(await takeStep(tx, actor, each, { kind: "verified", note: null, now }, { endedAt: now }));
    return { forum: forumOf(held), many: held.length };
  },
});
