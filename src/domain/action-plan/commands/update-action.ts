import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { UpdateActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner, or a colleague whom the chair lets help, says in one form how the action stands: done, under way, overtaken by events, or not done and why (rule 11). */
export const updateAction = command({
  permission: "action.report",
  input: UpdateActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, how, note, capacityReason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (how === "done" || how === "progress") record(await takeStep(tx, actor, held, { kind: how === "done" ? "reported_done" : "progress", note, now }));
    else record(await takeStep(tx, actor, held, { kind: "reported_incomplete", note, now }, { incompleteKind: how, capacityReason, endedAt: now }));
    return { reference: held.reference };
  },
});
