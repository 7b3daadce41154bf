import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { ReassignSeveralInput } from "../inputs.ts";
import { passOn } from "../pass-on.ts";
import { forumOf, holdSeveral, severalSteps } from "../several.ts";

/** The chair in force gives several actions to one person, for one reason, all or none: as when somebody has left (rule 14). */
export const reassignSeveral = command({
  permission: "action.reassign",
  input: ReassignSeveralInput,
  async run(context, { actions, ownerId, reason }) {
    const { tx, actor, now, record } = context;
    const held = await holdSeveral(context, actions, severalSteps.reassign);
    const owned = held.find((each) => each.ownerId === ownerId);
    if (owned) wrongField("ownerId", `Select somebody else: ${owned.reference} is theirs`);
    for (const each of held) record(...(await passOn(tx, actor, each, { ownerId, reason, now })));
    return { forum: forumOf(held), many: held.length };
  },
});
