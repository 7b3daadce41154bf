import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { MoveSeveralInput } from "../inputs.ts";
import { takeStep } from "../lifecycle.ts";
import { forumOf, holdSeveral, severalSteps } from "../several.ts";

/** The chair in force gives several actions one new date, for one reason, all or none (rule 9); the dates of their own are their verifier's to set. */
export const moveSeveral = command({
  permission: "action.change",
  input: MoveSeveralInput,
  async run(context, { actions, due, reason }) {
    const { tx, actor, now, record } = context;
    const held = await holdSeveral(context, actions, severalSteps.move);
    const own = held.filter(({ ownerId, state }) => ownerId === actor.personId && state !== "recorded");
    if (own.length > 0) refuse("action.ownDate", { references: own.map(({ reference }) => reference) });
    if (due < dayOf(now)) wrongField("due", "Date the actions are due must be today or in the future");
    for (const each of held) record(await takeStep(tx, actor, each, { kind: "changed", note: reason, now, due, dueWas: each.due }, { dueOn: asDate(due), ...(each.asked === "more_time" ? { asked: null, askedDueOn: null } : {}) }));
    return { forum: forumOf(held), many: held.length };
  },
});
