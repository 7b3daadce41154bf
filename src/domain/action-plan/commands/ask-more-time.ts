import { command } from "../../command.ts";
import { asDate, dayOf, inWords } from "../../kernel/dates.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AskMoreTimeInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** Whoever reports on an action asks for more time, until a day and for a reason (rule 11). The date stays as it is until the chair gives it. */
export const askMoreTime = command({
  permission: "action.report",
  input: AskMoreTimeInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, due, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (held.asked !== null) refuse("action.askedAlready");
    if (due <= held.due) wrongField("due", `New date must be after ${inWords(held.due)}, when the action is due`);
    if (due < dayOf(now)) wrongField("due", "New date must be today or in the future");
    record(await takeStep(tx, actor, held, { kind: "asked_more_time", note: reason, now, due, dueWas: held.due }, { asked: "more_time", askedDueOn: asDate(due) }));
    return { reference: held.reference };
  },
});
