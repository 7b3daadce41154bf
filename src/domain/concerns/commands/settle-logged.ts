import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { SettleInput } from "../inputs.ts";
import { addAnswer, lockConcern, moveConcern, subjectOf } from "../lifecycle.ts";

/** The surgery was enough: the councillor says what they did, and it is done with. Only what was never raised. */
export const settleLogged = command({
  permission: "concern.follow",
  input: SettleInput,
  async run({ tx, actor, now, require, record }, { reference, version, words }) {
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, version);
    require("concern.follow", { isRaiser: held.raisedById === actor.personId }, subjectOf(held));
    if (held.state !== "logged") refuse("concern.notInThisState", { state: held.state });
    const answerId = await addAnswer(tx, actor, held, { kind: "answered", words }, now);
    await moveConcern(tx, actor, held, "answered", now);
    record({ event: "concern.settled", subject: subjectOf(held), particulars: { answerId } });
    return { reference };
  },
});
