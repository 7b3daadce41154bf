import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { MarkToldInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";

/** "I told them on …": the loop is closed (rule 17). Said once of each reply. */
export const markTold = command({
  permission: "concern.follow",
  input: MarkToldInput,
  async run({ tx, actor, now, require, record }, { reference, answerId, toldOn }) {
    const held = await lockConcern(tx, reference);
    require("concern.follow", { isRaiser: held.raisedById === actor.personId }, subjectOf(held));
    const { partnershipId, personId } = actor;
    const reply = orNotFound(await tx.concernAnswer.findFirst({ where: { id: answerId, concernId: held.id, kind: { in: ["replied", "answered"] } }, select: { givenAt: true } }));
    if (toldOn > dayOf(now)) wrongField("toldOn", "Date you told them must be today or in the past");
    if (toldOn < dayOf(reply.givenAt)) wrongField("toldOn", "Date you told them must be on or after the day of the reply");
    const told = { answerId, partnershipId, forumId: held.forumId, concernId: held.id, toldOn: asDate(toldOn), toldById: personId, toldAt: now };
    const { count } = await tx.concernTelling.createMany({ data: [told], skipDuplicates: true });
    if (count === 0) refuse("concern.alreadyTold");
    record({ event: "concern.told", subject: subjectOf(held), particulars: { answerId } });
    return { reference };
  },
});
