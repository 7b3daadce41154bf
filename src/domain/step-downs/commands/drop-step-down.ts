import { subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { lockPrepared } from "../held.ts";
import { DropInput } from "../inputs.ts";
import { changeStepDown } from "../lifecycle.ts";

/** The office gives up a step-down that nobody signed; the case goes on. */
export const dropStepDown = command({
  permission: "case.prepareStepDown",
  input: DropInput,
  async run(context, asked) {
    const { held, running } = await lockPrepared(context, "case.prepareStepDown", asked);
    const { tx, actor, now, record } = context;
    await changeStepDown(tx, actor, running, { end: "dropped", endedById: actor.personId, endedAt: now });
    record({ event: "stepDown.dropped", subject: subjectOf(held), particulars: { stepDownId: running.id } });
    return { reference: held.reference };
  },
});
