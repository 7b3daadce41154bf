import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { PrepareReplyInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";
import { keepPreparation } from "../preparation.ts";
import { isDecided } from "../rules.ts";

/** Two texts, one for the record and one that residents may be told, written by the chair's office for the chair to approve (rule 17). */
export const prepareReply = command({
  permission: "concern.prepare",
  input: PrepareReplyInput,
  async run({ tx, actor, now, require, record }, { reference, version, recordWords, residentWords }) {
    const held = await lockConcern(tx, reference);
    require("concern.prepare", { forumId: held.forumId }, subjectOf(held));
    if (!isDecided(held.state)) refuse("concern.notInThisState", { state: held.state });
    await keepPreparation(tx, actor, held, version, { recordWords, residentWords }, now);
    record({ event: "concern.prepared", subject: subjectOf(held), particulars: {} });
    return { reference };
  },
});
