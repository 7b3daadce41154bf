import type { Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import type { MinutePart } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import { lockItem } from "./held-item.ts";

type Part = { itemId: string; part: MinutePart; resolutionId: string | null };

/** What a part of a minute says now; null where there is no such part, or it was taken back. */
export async function readPart(tx: Tx, { itemId, part, resolutionId }: Part): Promise<string | null> {
  if (part === "resolution") return (await tx.resolution.findFirst({ where: { id: resolutionId ?? "", itemId, withdrawnAt: null }, select: { wording: true } }))?.wording ?? null;
  const minute = await tx.minute.findFirst({ where: { itemId }, select: { discussion: true, decisionReason: true } });
  return part === "discussion" ? (minute?.discussion ?? "") : (minute?.decisionReason ?? null);
}

/** Takes a correction with its meeting and item; only what is still open can be settled, and only while the minutes go round. */
export async function lockCorrection(tx: Tx, correctionId: string) {
  const [found] = await tx.$queryRaw<{ itemId: string }[]>`select item_id as "itemId" from minute_corrections where id = ${correctionId}::uuid`;
  const { meeting, item } = await lockItem(tx, orNotFound(found).itemId);
  const correction = orNotFound(await tx.minuteCorrection.findFirst({ where: { id: correctionId }, select: { part: true, resolutionId: true, was: true, becomes: true, state: true } }));
  const subject = { type: "item", id: item.id, reference: meeting.reference, forumId: meeting.forumId, caseId: item.caseId } as const satisfies AuditSubject;
  const refuseIfSettled = () => {
    if (meeting.state !== "circulated") refuse("meeting.notInThisState", { state: meeting.state });
    if (correction.state !== "proposed") refuse("correction.settled");
  };
  return { meeting, item, correction, subject, refuseIfSettled };
}
