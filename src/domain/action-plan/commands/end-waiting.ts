import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { ActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** It waits no longer. */
export const endWaiting = command({
  permission: "action.report",
  input: ActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (!held.waits) refuse("action.nothingAsked");
    record(await takeStep(tx, actor, held, { kind: "waiting_over", note: null, now }, { waitingUntil: null, waitingAgencyId: null }));
    return { reference: held.reference };
  },
});
