import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ReportProgressInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner says how far it is (rule 11). */
export const reportProgress = command({
  permission: "action.report",
  input: ReportProgressInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, note }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "progress", note, now }));
    return { reference: held.reference };
  },
});
