import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AcceptCorrectionInput } from "../correction-inputs.ts";
import { lockCorrection, readPart } from "../held-correction.ts";
import { merge } from "../merge.ts";

/** The chair's office takes a correction into the draft. What stood before is kept with it. */
export const acceptCorrection = command({
  permission: "minute.settleCorrection",
  input: AcceptCorrectionInput,
  async run({ tx, actor, now, require, record }, { correctionId }) {
    const { meeting, item, correction, subject, refuseIfSettled } = await lockCorrection(tx, correctionId);
    require("minute.settleCorrection", { forumId: meeting.forumId }, subject);
    refuseIfSettled();
    const { part, resolutionId } = correction;
    const of = { partnershipId: actor.partnershipId, itemId: item.id };
    const stands = (await readPart(tx, { itemId: item.id, part, resolutionId })) ?? refuse("correction.overtaken");
    const words = merge(stands, correction.was, correction.becomes) ?? refuse("correction.overtaken");
    const by = { writtenById: actor.personId, writtenAt: now };
    const place = { ...of, forumId: meeting.forumId, meetingId: meeting.id, caseId: item.caseId };
    if (part === "resolution") await replaceResolution(tx, place, resolutionId ?? "", words, by);
    else if (part === "decision_reason") await tx.minute.update({ where: { partnershipId_itemId: of }, data: { decisionReason: words, ...by }, select: { itemId: true } });
    else await tx.minute.upsert({ where: { partnershipId_itemId: of }, create: { ...place, discussion: words, ...by }, update: { discussion: words, ...by }, select: { itemId: true } });
    await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: item.id } }, data: { version: { increment: 1 } }, select: { id: true } });
    await tx.minuteCorrection.updateMany({ where: { id: correctionId }, data: { state: "accepted", settledById: actor.personId, settledAt: now } });
    record({ event: "item.correctionSettled", subject, particulars: { correctionId, accepted: true } });
    return { reference: meeting.reference, number: item.number };
  },
});

type Place = { partnershipId: string; forumId: string; meetingId: string; itemId: string; caseId: string | null };

/** What was resolved is never written over: the corrected part takes its place, and the one before stays as it was said. */
async function replaceResolution(tx: Tx, place: Place, id: string, wording: string, by: { writtenById: string; writtenAt: Date }) {
  const { position } = orNotFound(await tx.resolution.findFirst({ where: { id, withdrawnAt: null }, select: { position: true } }));
  await tx.resolution.updateMany({ where: { id }, data: { withdrawnAt: by.writtenAt } });
  await tx.resolution.create({ data: { id: randomUUID(), ...place, position, wording, ...by }, select: { id: true } });
}
