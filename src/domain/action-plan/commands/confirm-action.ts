import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ActionInput } from "../inputs.ts";
import { assigned, lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force makes what the coordinator recorded count: from now on its owner is tasked (rule 9). */
export const confirmAction = command({
  permission: "action.assign",
  input: ActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.assign", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    await takeStep(tx, actor, held, { kind: "assigned", note: null, now }, { assignedAt: now });
    record(assigned(held));
    return { reference: held.reference };
  },
});
