import { AddActionInput, giveAction } from "../../action-plan/lifecycle.ts";
import { command } from "../../command.ts";
import { DropProposalInput } from "../inputs.ts";
import { replaceLine } from "../proposals.ts";

/** What a line of the notes proposed becomes an action, as any other; the line leaves the notes, since the action stands under them. */
export const confirmProposal = command({
  permission: "action.record",
  input: AddActionInput.extend({ line: DropProposalInput.shape.line }),
  async run(context, { line, ...action }) {
    const given = await giveAction(context, action);
    await replaceLine(context.tx, context.actor, action.itemId, line, null);
    return given;
  },
});
