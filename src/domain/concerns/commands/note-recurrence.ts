import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { RecurrenceInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";

/** It happened again: counted, on whatever it has come to; a repeat suggests raising it (rule 15). */
export const noteRecurrence = command({
  permission: "concern.follow",
  input: RecurrenceInput,
  async run({ tx, actor, now, require, record }, { reference, happenedOn, note }) {
    const held = await lockConcern(tx, reference);
    require("concern.follow", { isRaiser: held.raisedById === actor.personId }, subjectOf(held));
    if (happenedOn > dayOf(now)) wrongField("happenedOn", "Date it happened must be today or in the past");
    const id = randomUUID();
    await tx.concernRecurrence.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId: held.forumId, concernId: held.id, happenedOn: asDate(happenedOn), note, notedById: actor.personId, notedAt: now }] });
    record({ event: "concern.recurred", subject: subjectOf(held), particulars: { recurrenceId: id } });
    return { reference };
  },
});
