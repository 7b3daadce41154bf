import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { ProposeOwnerInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";
import { agencyAtTheTable } from "../queries/at-the-table.ts";

/** The owner proposes somebody else at the table, and says why (rule 10). It stays theirs until the chair gives it away, or keeps it with them. */
export const proposeOwner = command({
  permission: "action.proposeOwner",
  input: ProposeOwnerInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, ownerId, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.proposeOwner", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (held.asked !== null) refuse("action.askedAlready");
    if (ownerId === held.ownerId) wrongField("ownerId", "Select somebody else than yourself");
    if (!(await agencyAtTheTable(tx, held.forumId, ownerId, dayOf(now)))) refuse("action.ownerHasNoSeat");
    record(await takeStep(tx, actor, held, { kind: "proposed_owner", note: reason, now, ownerId }, { asked: "another_owner", askedOwnerId: ownerId }));
    return { reference: held.reference };
  },
});
