import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { DropProposalInput } from "../inputs.ts";
import { replaceLine } from "../proposals.ts";

/** A line that began with "@" is no action: its words stay in the notes, as words. */
export const dropProposal = command({
  permission: "minute.write",
  input: DropProposalInput,
  async run({ tx, actor, require }, { itemId, line }) {
    const { meeting, item } = await replaceLine(tx, actor, itemId, line, line.replace("@", "").replace(/^[ \t]*/, ""));
    const { forumId } = meeting;
    require("minute.write", { forumId }, { type: "item", id: item.id, reference: meeting.reference, forumId, caseId: item.caseId });
    if (meeting.state !== "in_session") refuse("meeting.notInThisState", { state: meeting.state });
    return { reference: meeting.reference, number: item.number };
  },
});
