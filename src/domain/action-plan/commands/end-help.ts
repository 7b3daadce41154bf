import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { ColleagueInput } from "../inputs.ts";
import { lockAction, subjectOf } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force ends a colleague's help: the case is closed to them at their next click. */
export const endHelp = command({
  permission: "action.allowColleague",
  input: ColleagueInput,
  async run({ tx, actor, standing, now, require, record }, { reference, personId }) {
    const held = await lockAction(tx, reference);
    require("action.allowColleague", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    const key = { partnershipId: actor.partnershipId, actionId: held.id, personId };
    const help = orNotFound(await tx.actionColleague.findUnique({ where: { partnershipId_actionId_personId: key }, select: { endedAt: true } }));
    // pressed twice: it has ended already
    if (help.endedAt) return { reference: held.reference };
    await tx.actionColleague.update({ where: { partnershipId_actionId_personId: key }, data: { endedAt: now }, select: { personId: true } });
    record({ event: "action.helpEnded", subject: subjectOf(held), particulars: { personId } });
    return { reference: held.reference };
  },
});
