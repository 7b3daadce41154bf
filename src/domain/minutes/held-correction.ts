import type { Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import { lockItem } from "./held-item.ts";

/** Takes a correction with its meeting and item; only what is still open can be settled, and only while the minutes go round. */
export async function lockCorrection(tx: Tx, correctionId: string) {
  const [found] = await tx.$queryRaw<{ itemId: string }[]>`select item_id as "itemId" from minute_corrections where id = ${correctionId}::uuid`;
  const { meeting, item } = await lockItem(tx, orNotFound(found).itemId);
  const correction = orNotFound(await tx.minuteCorrection.findFirst({ where: { id: correctionId }, select: { was: true, becomes: true, state: true } }));
  const subject = { type: "item", id: item.id, reference: meeting.reference, forumId: meeting.forumId, caseId: item.caseId } as const satisfies AuditSubject;
  const refuseIfSettled = () => {
    if (meeting.state !== "circulated") refuse("meeting.notInThisState", { state: meeting.state });
    if (correction.state !== "proposed") refuse("correction.settled");
  };
  return { meeting, item, correction, subject, refuseIfSettled };
}
