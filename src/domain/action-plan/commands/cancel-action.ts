import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { CancelActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force takes an action back, and says why (rule 9). A declined one too. What is reported done is verified or returned instead. */
export const cancelAction = command({
  permission: "action.cancel",
  input: CancelActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.cancel", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "cancelled", note: reason, now }, { endedAt: now }));
    return { reference: held.reference };
  },
});
