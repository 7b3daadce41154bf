import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse } from "../../kernel/outcome.ts";
import { TaskSubjectInput } from "../inputs.ts";
import { lockAction, subjectOf } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";
import { isOver } from "../rules.ts";
import { allowSubjects } from "../task-particulars.ts";

/** The chair in force lets the owner of an action be shown one more person or place of its case, because the task needs it (rule 26). Being let shows nothing yet: each showing asks a reason. */
export const allowParticulars = command({
  permission: "action.allowParticulars",
  input: TaskSubjectInput,
  async run({ tx, actor, standing, now, require, record }, { reference, subjectId }) {
    const held = await lockAction(tx, reference);
    require("action.allowParticulars", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (isOver(held.state)) refuse("action.notOpen");
    record(...(await allowSubjects(tx, actor, held, [subjectId], now)));
    return { reference: held.reference };
  },
});
