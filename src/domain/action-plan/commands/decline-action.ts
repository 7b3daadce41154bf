import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { DeclineActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner declines for their agency, and says why (rule 10). It is then back with the chair, who gives it to somebody else, keeps it with them, or cancels it. */
export const declineAction = command({
  permission: "action.decline",
  input: DeclineActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.decline", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "declined", note: reason, now }));
    return { reference: held.reference };
  },
});
