import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { TellMoreInput } from "../inputs.ts";
import { addAnswer, lockConcern, subjectOf, tellOffice } from "../lifecycle.ts";

/** Whoever raised it answers what the chair's office asked, or adds what has come to light, until it is answered. */
export const tellMore = command({
  permission: "concern.follow",
  input: TellMoreInput,
  async run({ tx, actor, now, require, record }, { reference, words }) {
    const held = await lockConcern(tx, reference);
    require("concern.follow", { isRaiser: held.raisedById === actor.personId }, subjectOf(held));
    if (held.state === "logged" || held.state === "answered") refuse("concern.notInThisState", { state: held.state });
    const answerId = await addAnswer(tx, actor, held, { kind: "more_told", words }, now);
    await tellOffice(tx, actor, held, "concern.told", now);
    record({ event: "concern.moreTold", subject: subjectOf(held), particulars: { answerId } });
    return { reference };
  },
});
