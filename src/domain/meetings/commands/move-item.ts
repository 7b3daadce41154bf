import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { lineOf, lockDraft, touchMeeting } from "../draft.ts";
import { MoveItemInput } from "../agenda-inputs.ts";

/** An item of a draft takes another place: one up, one down, or where the item of a number stands. The others close up. */
export const moveItem = command({
  permission: "agenda.keep",
  input: MoveItemInput,
  async run(context, { itemId, to, move, ...seen }) {
    const { tx, actor, record } = context;
    const { held, lines } = await lockDraft(context, seen);
    const { id, position, case: found } = lineOf(lines, itemId);
    const wanted = move ? position + (move === "up" ? -1 : 1) : to;
    if (wanted === null) wrongField("to", "Enter the number of its place");
    if (wanted < 1 || wanted > lines.length) wrongField("to", `Place must be a whole number from 1 to ${lines.length}`);
    const rows = await tx.$queryRaw<{ moved: boolean | null }[]>`select app.move_item(${id}::uuid, ${wanted}::integer) as moved`;
    if (rows[0]?.moved) {
      await touchMeeting(tx, actor.partnershipId, held);
      record({ event: "item.moved", subject: { type: "item", id, reference: held.reference, forumId: held.forumId, caseId: found?.id ?? null }, particulars: {} });
    }
    return { reference: held.reference, position: wanted };
  },
});
