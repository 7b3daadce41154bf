import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { TaskSubjectInput } from "../inputs.ts";
import { lockAction, subjectOf } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force ends it: what is shown to the owner at this moment is hidden at their next click. */
export const endParticulars = command({
  permission: "action.allowParticulars",
  input: TaskSubjectInput,
  async run({ tx, actor, standing, now, require, record }, { reference, subjectId }) {
    const held = await lockAction(tx, reference);
    require("action.allowParticulars", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    const of = { partnershipId: actor.partnershipId, actionId: held.id, subjectId };
    orNotFound(await tx.taskParticular.findFirst({ where: of, select: { id: true } }));
    const { count } = await tx.taskParticular.updateMany({ where: { ...of, endedAt: null }, data: { endedAt: now, endedById: actor.personId } });
    // pressed twice: it has ended already
    if (count > 0) record({ event: "action.particularsEnded", subject: subjectOf(held), particulars: { subjectId } });
    return { reference: held.reference };
  },
});
