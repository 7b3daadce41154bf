import { command } from "../../command.ts";
import { dayOf, instantOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { ScheduleMeetingInput } from "../inputs.ts";
import { addMeeting, holdForum } from "../lifecycle.ts";
import { refuseHoliday } from "../queries/bank-holidays.ts";
import { limitInForce } from "../queries/limit-in-force.ts";
import { tellForum } from "../tell-forum.ts";

/**
 * A meeting of the forum is set for a day, time and place, within the length that its terms of reference allow, and its members get it
 * for their calendars. One ordinary meeting a month; extraordinary ones as they are called. A bank holiday needs a second thought.
 */
export const scheduleMeeting = command({
  permission: "meeting.schedule",
  input: ScheduleMeetingInput,
  async run({ tx, actor, now, require, record }, { forumId, kind, on, at, place, onHoliday }) {
    const { partnershipId } = actor;
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId, id: forumId } }, select: { id: true, code: true } }));
    await holdForum(tx, forumId);
    require("meeting.schedule", { forumId }, { type: "meeting", forumId });
    const startsAt = instantOf(on, at.hour, at.minute);
    if (startsAt <= now) refuse("meeting.inThePast");
    if (!onHoliday) await refuseHoliday(tx, on);

    const limitMinutes = await limitInForce(tx, forumId, dayOf(now));
    const added = await addMeeting(tx, partnershipId, { forum, kind, startsAt, place, limitMinutes, provisional: false });
    if (!added) return refuse("meeting.alreadyThatMonth");
    const { id, reference } = added;
    await tellForum(tx, actor, forumId, now, { template: "meeting.invited", meeting: { id, reference, startsAt, limitMinutes, sequence: 0, provisional: false } });
    record({ event: "meeting.scheduled", subject: { type: "meeting", id, reference, forumId }, particulars: {} });
    return { reference };
  },
});
