import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { PutOffItemInput } from "../deferral-inputs.ts";
import { lockItem } from "../held-item.ts";
import { takesWords } from "../rules.ts";

/**
 * What somebody brought is put off: why, and, where that is so, until what is there or from which day on. Without either it comes back to the next
 * agenda. Once the meeting is closed only the words change: that it was put off was decided there.
 */
export const putOffItem = command({
  permission: "minute.write",
  input: PutOffItemInput,
  async run({ tx, actor, now, require, record }, { itemId, why, untilWhat, untilOn }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { id: meetingId, forumId, reference, state } = meeting;
    const subject = { type: "item", id: item.id, reference, forumId, caseId: item.caseId } as const;
    require("minute.write", { forumId }, subject);
    if (!takesWords(meeting)) refuse("meeting.notInThisState", { state });
    const of = { partnershipId: actor.partnershipId };
    const { title, escalationId } = orNotFound(await tx.agendaItem.findUnique({ where: { partnershipId_id: { ...of, id: itemId } }, select: { title: true, escalationId: true } }));
    // a case comes back as long as it is open, and so does a standing item; what was handed up goes its own way
    if (item.caseId !== null || escalationId !== null || title === null) refuse("item.comesBackAnyway");
    if (untilOn !== null && untilOn <= dayOf(meeting.startsAt)) wrongField("untilOn", "Day from which it comes back must be after this meeting");
    if (item.outcome !== "deferred") {
      if (state !== "in_session") refuse("minute.decisionStands");
      await tx.agendaItem.update({ where: { partnershipId_id: { ...of, id: itemId } }, data: { outcome: "deferred", concludedAt: null, concludedById: null, version: { increment: 1 } }, select: { id: true } });
    }
    const words = { why, untilWhat, untilOn: untilOn === null ? null : asDate(untilOn), writtenById: actor.personId, writtenAt: now };
    await tx.deferral.upsert({ where: { partnershipId_itemId: { ...of, itemId } }, create: { ...of, itemId, forumId, meetingId, ...words }, update: words, select: { itemId: true } });
    record({ event: "item.putOff", subject, particulars: { waits: untilWhat !== null, on: untilOn } });
    return { reference, number: item.number };
  },
});
