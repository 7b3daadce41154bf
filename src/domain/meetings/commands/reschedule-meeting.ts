import { command } from "../../command.ts";
import { moveListing } from "../../escalations/lifecycle.ts";
import { instantOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { changeDate, lockMeeting } from "../lifecycle.ts";
import { RescheduleInput } from "../inputs.ts";
import { refuseHoliday } from "../queries/bank-holidays.ts";
import { tellForum } from "../tell-forum.ts";

/** A meeting that has not begun gets another day, time or place, and keeps its reference and its agenda. Once somebody has signed its register it is held or cancelled. */
export const rescheduleMeeting = command({
  permission: "meeting.reschedule",
  input: RescheduleInput,
  async run({ tx, actor, now, require, record }, { reference, version, on, at, place, onHoliday, reason }) {
    const held = await lockMeeting(tx, reference);
    const { id, forumId, state, limitMinutes, provisional } = held;
    const { partnershipId, personId: by } = actor;
    const subject = { type: "meeting", id, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.reschedule", { forumId }, subject);
    if (state !== "scheduled" && state !== "published") refuse("meeting.notInThisState", { state });
    if (await tx.signIn.findFirst({ where: { partnershipId, meetingId: id }, select: { id: true } })) refuse("meeting.registerSigned");
    const startsAt = instantOf(on, at.hour, at.minute);
    const isMoved = startsAt.getTime() !== held.startsAt.getTime();
    if (startsAt <= now) refuse("meeting.inThePast");
    if (!isMoved && place === held.place) wrongField("on", "Enter another date, time or place");
    if (isMoved && !onHoliday) await refuseHoliday(tx, on);
    const sequence = await changeDate(tx, partnershipId, held, { kind: "moved", to: { startsAt, place }, reason, by, now });
    await tellForum(tx, actor, forumId, now, { template: "meeting.moved", from: held.startsAt, meeting: { id, reference, startsAt, limitMinutes, sequence, provisional } });
    if (isMoved) record(...(await moveListing(tx, actor, { id, forumId, reference, startsAt }, now)));
    record({ event: "meeting.rescheduled", subject, particulars: { from: held.startsAt.toISOString(), to: startsAt.toISOString() } });
    return { reference };
  },
});
