import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { OpenItemInput } from "../inputs.ts";
import { lockMeeting } from "../lifecycle.ts";

/**
 * The room takes an item up, and leaves the one before. Whoever is openly recused from it leaves for as long as it takes, and is back
 * when the next is taken up: who was in the room in between is who was told (rules 7 and 28).
 */
export const openItem = command({
  permission: "item.open",
  input: OpenItemInput,
  async run({ tx, require, record }, { itemId }) {
    const { reference, caseId } = orNotFound(await findItem(tx, itemId));
    const { forumId, state } = await lockMeeting(tx, reference);
    const subject = { type: "item", id: itemId, reference, forumId, caseId } as const;
    require("item.open", { forumId }, subject);
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    const rows = await tx.$queryRaw<{ left: number | null; number: number }[]>`
      select app.take_up_item(i.id) as left, app.number_of_item(i.meeting_id, i.position) as number from agenda_items i where i.id = ${itemId}::uuid`;
    const { number } = orNotFound(rows[0]);
    record({ event: "item.opened", subject, particulars: {} });
    return { reference, number };
  },
});

async function findItem(tx: Tx, itemId: string): Promise<{ reference: string; caseId: string | null } | undefined> {
  const rows = await tx.$queryRaw<{ reference: string; caseId: string | null }[]>`
    select m.reference, i.case_id as "caseId" from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid`;
  return rows[0];
}
