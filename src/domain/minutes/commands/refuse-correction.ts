import { command } from "../../command.ts";
import { RefuseCorrectionInput } from "../correction-inputs.ts";
import { lockCorrection } from "../held-correction.ts";

/** The chair's office leaves the draft as it is, and says why to whoever reads it. */
export const refuseCorrection = command({
  permission: "minute.settleCorrection",
  input: RefuseCorrectionInput,
  async run({ tx, actor, now, require, record }, { correctionId, reason }) {
    const { meeting, item, subject, refuseIfSettled } = await lockCorrection(tx, correctionId);
    require("minute.settleCorrection", { forumId: meeting.forumId }, subject);
    refuseIfSettled();
    await tx.minuteCorrection.updateMany({ where: { id: correctionId }, data: { state: "refused", settledById: actor.personId, settledAt: now, reason } });
    record({ event: "item.correctionSettled", subject, particulars: { correctionId, accepted: false } });
    return { reference: meeting.reference, number: item.number };
  },
});
