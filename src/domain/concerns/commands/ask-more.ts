import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AskMoreInput } from "../inputs.ts";
import { addAnswer, lockConcern, subjectOf, tellRaiser } from "../lifecycle.ts";

/** The chair's office asks the raiser for more. The day that was promised stands: a question is no answer. */
export const askMore = command({
  permission: "concern.ask",
  input: AskMoreInput,
  async run({ tx, actor, now, require, record }, { reference, version, words }) {
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, version);
    require("concern.ask", { forumId: held.forumId }, subjectOf(held));
    if (held.state === "logged" || held.state === "answered") refuse("concern.notInThisState", { state: held.state });
    const answerId = await addAnswer(tx, actor, held, { kind: "more_asked", words }, now);
    await tellRaiser(tx, actor, held, "concern.asked", now);
    record({ event: "concern.moreAsked", subject: subjectOf(held), particulars: { answerId } });
    return { reference };
  },
});
