import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { MoveSeveralInput } from "../inputs.ts";
import { takeStep } from "../lifecycle.ts";
import { forumOf, holdSeveral, severalSteps } from "../several.ts";

/** The chair in force gives several actions one new date, for one reason, all or none (rule 9). */
export const moveSeveral = command({
  permission: "action.change",
  input: MoveSeveralInput,
  async run(context, { actions, due, reason }) {
    const { tx, actor, now, record } = context;
    const held = await holdSeveral(context, actions, severalSteps.move);
    if (due < dayOf(now)) wrongField("due", "Date the actions are due must be today or in the future");
    for (const each of held) record(await takeStep(tx, actor, each, { kind: "changed", note: reason, now, due, dueWas: each.due }, { dueOn: asDate(due), ...(each.asked === "more_time" ? { asked: null, askedDueOn: null } : {}) }));
    return { forum: forumOf(held), many: held.length };
  },
});
