import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { AcceptCorrectionInput } from "../correction-inputs.ts";
import { lockCorrection } from "../held-correction.ts";
import { merge } from "../merge.ts";

/** The chair's office takes a correction into the draft. What stood before is kept with it. */
export const acceptCorrection = command({
  permission: "minute.settleCorrection",
  input: AcceptCorrectionInput,
  async run({ tx, actor, now, require, record }, { correctionId }) {
    const { meeting, item, correction, subject, refuseIfSettled } = await lockCorrection(tx, correctionId);
    require("minute.settleCorrection", { forumId: meeting.forumId }, subject);
    refuseIfSettled();
    const of = { partnershipId: actor.partnershipId, itemId: item.id };
    const stands = (await tx.minute.findFirst({ where: of, select: { discussion: true } }))?.discussion ?? "";
    const discussion = merge(stands, correction.was, correction.becomes) ?? refuse("correction.overtaken");
    const written = { discussion, writtenById: actor.personId, writtenAt: now };
    await tx.minute.upsert({ where: { partnershipId_itemId: of }, create: { ...of, forumId: meeting.forumId, meetingId: meeting.id, caseId: item.caseId, ...written }, update: written, select: { itemId: true } });
    await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: item.id } }, data: { version: { increment: 1 } }, select: { id: true } });
    await tx.minuteCorrection.updateMany({ where: { id: correctionId }, data: { state: "accepted", settledById: actor.personId, settledAt: now } });
    record({ event: "item.correctionSettled", subject, particulars: { correctionId, accepted: true } });
    return { reference: meeting.reference, number: item.number };
  },
});
