import { command } from "../../command.ts";
import { PrepareInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";
import { keepPreparation } from "../preparation.ts";

/** What the chair's office knows of the threshold (rule 16), so that the chair decides on more than the raiser's words. */
export const prepareConcern = command({
  permission: "concern.prepare",
  input: PrepareInput,
  async run({ tx, actor, now, require, record }, { reference, version, ...known }) {
    const held = await lockConcern(tx, reference);
    require("concern.prepare", { forumId: held.forumId }, subjectOf(held));
    await keepPreparation(tx, actor, held, version, known, now);
    record({ event: "concern.prepared", subject: subjectOf(held), particulars: {} });
    return { reference };
  },
});
