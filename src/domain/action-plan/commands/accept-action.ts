import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AcceptActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";
import { worksFor } from "../queries/works-for.ts";

/** The owner takes the action on, for their agency, and may name a colleague who does it (rule 10). Answering for it stays the owner's, and being named opens nothing: that is the chair's to allow. */
export const acceptAction = command({
  permission: "action.accept",
  input: AcceptActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, officerId: named }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.accept", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    const officerId = named === actor.personId ? null : named;
    if (officerId !== null && !(await worksFor(tx, officerId, held))) wrongField("officerId", "Select a colleague in your agency");
    record(await takeStep(tx, actor, held, { kind: "accepted", note: null, now, ownerId: officerId }, { officerId }));
    return { reference: held.reference };
  },
});
