import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ReportDoneInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The owner says that it is done, and how that can be seen. Done it is only when the chair has verified it (rule 12). */
export const reportDone = command({
  permission: "action.report",
  input: ReportDoneInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, evidence }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "reported_done", note: evidence, now }));
    return { reference: held.reference };
  },
});
