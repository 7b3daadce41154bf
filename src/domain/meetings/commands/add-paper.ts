import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { lockAgenda } from "../draft.ts";
import { AddPaperInput } from "../agenda-inputs.ts";

/** A paper of an item: read with its case, from the register alone where it is restricted, by named agencies alone where it is for them, otherwise by the forum. After publication it comes in a supplement. */
export const addPaper = command({
  permission: "paper.keep",
  input: AddPaperInput,
  async run(context, { reference, itemId, title, restricted, readerIds, file }) {
    const { tx, actor, now, record } = context;
    const readers = readerIds.length === 0 ? null : readerIds;
    const { held, supplement } = await lockAgenda(context, reference, "paper.keep", readers);
    const item = orNotFound(await findItem(tx, held.id, itemId));
    if (readers) await refuseReaders(tx, held.forumId, item.caseId, readers, dayOf(now));
    const id = randomUUID();
    await tx.paper.create({
      data: {
        id, partnershipId: actor.partnershipId, forumId: held.forumId, meetingId: held.id, itemId, caseId: item.caseId, position: item.papers + 1, title,
        restricted: item.caseId === null && (restricted || item.restricted), named: readers !== null, supplement, mediaType: file.mediaType, content: new Uint8Array(file.bytes), addedById: actor.personId, addedAt: now,
      },
      select: { id: true },
    });
    if (readers) await tx.paperReader.createMany({ data: readers.map((agencyId) => ({ partnershipId: actor.partnershipId, forumId: held.forumId, paperId: id, agencyId })) });
    record({ event: "paper.added", subject: { type: "item", id: itemId, reference: held.reference, forumId: held.forumId, caseId: item.caseId }, particulars: { paperId: id, supplement, ...(readers ? { readers: readers.length } : {}) } });
    return { reference: held.reference, item: itemId };
  },
});

/** For agencies that sit on the forum today; what is of a case is read with the case. */
async function refuseReaders(tx: Tx, forumId: string, caseId: string | null, readers: readonly string[], today: Day): Promise<void> {
  const seated = new Set((await listSeats(tx, forumId, today)).filter((seat) => seat.seated).map(({ agencyId }) => agencyId));
  if (caseId !== null) wrongField("readerIds", "A paper of a case is read by those to whom the case is open");
  if (!readers.every((agencyId) => seated.has(agencyId))) wrongField("readerIds", "Select agencies that sit on this forum");
}

/** Withdrawn papers keep their number. */
async function findItem(tx: Tx, meetingId: string, itemId: string): Promise<{ caseId: string | null; restricted: boolean; papers: number } | undefined> {
  const rows = await tx.$queryRaw<{ caseId: string | null; restricted: boolean; papers: number }[]>`
    select i.case_id as "caseId", i.restricted, (select count(*)::int from papers p where p.partnership_id = i.partnership_id and p.item_id = i.id) as papers
    from agenda_items i where i.meeting_id = ${meetingId}::uuid and i.id = ${itemId}::uuid`;
  return rows[0];
}
