import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { ColleagueInput } from "../inputs.ts";
import { isOpen, lockAction, subjectOf } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/**
 * The chair in force lets a colleague of the owner help with an open action (rule 11): somebody who sits on the forum for the same agency.
 * They see the case while it is open and may report; the owner stays the one who is tasked, and who accepts.
 */
export const allowColleague = command({
  permission: "action.allowColleague",
  input: ColleagueInput,
  async run({ tx, actor, standing, now, require, record }, { reference, personId }) {
    const held = await lockAction(tx, reference);
    const { partnershipId } = actor;
    const { id: actionId, forumId, ownerId, ownerAgencyId } = held;
    require("action.allowColleague", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (!isOpen(held.state)) refuse("action.notOpen");
    const today = asDate(dayOf(now));
    const seat = await tx.membership.findFirst({
      where: { partnershipId, forumId, personId, agencyId: ownerAgencyId, fromOn: { lte: today }, OR: [{ untilOn: null }, { untilOn: { gte: today } }], person: { leftAt: null } },
      select: { id: true },
    });
    if (!seat || personId === ownerId) wrongField("personId", "Select a colleague of the owner");
    const key = { partnershipId, actionId, personId };
    await tx.actionColleague.upsert({
      where: { partnershipId_actionId_personId: key },
      create: { ...key, forumId, allowedById: actor.personId, allowedAt: now },
      update: { allowedById: actor.personId, allowedAt: now, endedAt: null },
    });
    record({ event: "action.colleagueAllowed", subject: subjectOf(held), particulars: { personId } });
    return { reference: held.reference };
  },
});
