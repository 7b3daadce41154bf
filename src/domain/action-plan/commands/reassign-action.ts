import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { ReassignActionInput } from "../inputs.ts";
import { endWhatWasTheOwners, lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";
import { agencyAtTheTable } from "../queries/at-the-table.ts";

/**
 * The chair in force gives an action to somebody else, and says why: because its owner left (rule 14), or for any other reason (rule 9).
 * It is assigned anew, and the new owner answers for it from now on. Who helped the one before, and what they could be shown, ends.
 */
export const reassignAction = command({
  permission: "action.reassign",
  input: ReassignActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, ownerId, reason }) {
    const held = await lockAction(tx, reference);
    const today = dayOf(now);
    refuseIfStale(held, version);
    require("action.reassign", await aboutAction(tx, actor, standing, held, today), subjectOf(held));
    if (ownerId === held.ownerId) wrongField("ownerId", "Select somebody else than its owner");
    const ownerAgencyId = await agencyAtTheTable(tx, held.forumId, ownerId, today);
    if (!ownerAgencyId) refuse("action.ownerHasNoSeat");
    await takeStep(tx, actor, held, { kind: "reassigned", note: reason, now, ownerId }, { ownerId, ownerAgencyId, assignedAt: now });
    await endWhatWasTheOwners(tx, actor, held, now);
    record({ event: "action.reassigned", subject: subjectOf(held), particulars: { fromOwnerId: held.ownerId, ownerId, agencyId: ownerAgencyId } });
    return { reference: held.reference };
  },
});
