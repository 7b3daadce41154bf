import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** Done is what the chair verifies; where the chair owns the action, the deputy (rule 12). */
export const verifyAction = command({
  permission: "action.verify",
  input: ActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.verify", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "verified", note: null, now }, { endedAt: now }));
    return { reference: held.reference };
  },
});
