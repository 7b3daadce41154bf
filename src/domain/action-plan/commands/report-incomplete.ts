import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ReportIncompleteInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner says why it will not be done: circumstances changed, or not done and what stood in the way. The two are never merged (rule 11). */
export const reportIncomplete = command({
  permission: "action.report",
  input: ReportIncompleteInput,
  async run({ tx, actor, standing, now, require, record }, input) {
    const held = await lockAction(tx, input.reference);
    refuseIfStale(held, input.version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    const capacityReason = input.kind === "not_done" ? input.capacityReason : null;
    record(await takeStep(tx, actor, held, { kind: "reported_incomplete", note: input.note, now }, { incompleteKind: input.kind, capacityReason, endedAt: now }));
    return { reference: held.reference };
  },
});
