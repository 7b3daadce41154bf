import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, Refusal, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin } from "../../meetings/lifecycle.ts";
import { readPart } from "../held-correction.ts";
import { ProposeCorrectionInput } from "../correction-inputs.ts";

/** A member who reads an item of circulated minutes says what it should say instead. What they had before them must be what stands. */
export const proposeCorrection = command({
  permission: "minute.proposeCorrection",
  input: ProposeCorrectionInput,
  async run({ tx, actor, now, require, record }, { itemId, part, resolutionId, was, becomes }) {
    const [found] = await tx.$queryRaw<{ reference: string; caseId: string | null; number: number }[]>`
      select m.reference, i.case_id as "caseId", app.number_of_item(i.meeting_id, i.position) as number from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.id = ${itemId}::uuid and app.reads_item(i.forum_id, i.meeting_id, i.case_id)`;
    const { reference, caseId, number } = orNotFound(found);
    const { id: meetingId, forumId, state } = await lockMeetingToJoin(tx, reference);
    const subject = { type: "item", id: itemId, reference, forumId, caseId } as const;
    require("minute.proposeCorrection", { forumId }, subject);
    if (state !== "circulated") refuse("meeting.notInThisState", { state });
    if ((part === "resolution") !== (resolutionId !== null)) throw new Refusal({ kind: "notFound" });
    if (orNotFound(await readPart(tx, { itemId, part, resolutionId })) !== was) throw new Refusal({ kind: "stale" });
    if (was === becomes) wrongField("becomes", "Change the words that are wrong");
    const id = randomUUID();
    await tx.minuteCorrection.create({ data: { id, partnershipId: actor.partnershipId, forumId, meetingId, itemId, caseId, part, resolutionId, was, becomes, proposedById: actor.personId, proposedAt: now }, select: { id: true } });
    record({ event: "item.correctionProposed", subject, particulars: { correctionId: id } });
    return { reference, number };
  },
});
