import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner takes the action on, for their agency (rule 10). */
export const acceptAction = command({
  permission: "action.accept",
  input: ActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.accept", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "accepted", note: null, now }));
    return { reference: held.reference };
  },
});
