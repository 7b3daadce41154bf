import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { lockAgenda } from "../draft.ts";
import { AddPaperInput } from "../agenda-inputs.ts";

/** A paper of an item: read with its case, from the register alone where it is restricted, otherwise by the forum. After publication it comes in a supplement. */
export const addPaper = command({
  permission: "paper.keep",
  input: AddPaperInput,
  async run(context, { reference, itemId, title, restricted, file }) {
    const { tx, actor, now, record } = context;
    const { held, supplement } = await lockAgenda(context, reference, "paper.keep");
    const item = orNotFound(await findItem(tx, held.id, itemId));
    const id = randomUUID();
    await tx.paper.create({
      data: {
        id, partnershipId: actor.partnershipId, forumId: held.forumId, meetingId: held.id, itemId, caseId: item.caseId, position: item.papers + 1, title,
        restricted: item.caseId === null && (restricted || item.restricted), supplement, mediaType: file.mediaType, content: new Uint8Array(file.bytes), addedById: actor.personId, addedAt: now,
      },
      select: { id: true },
    });
    record({ event: "paper.added", subject: { type: "item", id: itemId, reference: held.reference, forumId: held.forumId, caseId: item.caseId }, particulars: { paperId: id, supplement } });
    return { reference: held.reference, item: itemId };
  },
});

/** Withdrawn papers keep their number. */
async function findItem(tx: Tx, meetingId: string, itemId: string): Promise<{ caseId: string | null; restricted: boolean; papers: number } | undefined> {
  const rows = await tx.$queryRaw<{ caseId: string | null; restricted: boolean; papers: number }[]>`
    select i.case_id as "caseId", i.restricted, (select count(*)::int from papers p where p.partnership_id = i.partnership_id and p.item_id = i.id) as papers
    from agenda_items i where i.meeting_id = ${meetingId}::uuid and i.id = ${itemId}::uuid`;
  return rows[0];
}
