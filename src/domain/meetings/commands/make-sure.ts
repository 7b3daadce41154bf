import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { MeetingAsSeen } from "../inputs.ts";
import { changeDate, lockMeeting } from "../lifecycle.ts";
import { tellForum } from "../tell-forum.ts";

/** A provisional date is sure. */
export const makeSure = command({
  permission: "meeting.reschedule",
  input: MeetingAsSeen,
  async run({ tx, actor, now, require, record }, { reference, version }) {
    const held = await lockMeeting(tx, reference);
    const { id, forumId, state, startsAt, place, limitMinutes } = held;
    const subject = { type: "meeting", id, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.reschedule", { forumId }, subject);
    if ((state !== "scheduled" && state !== "published") || !held.provisional) refuse("meeting.notInThisState", { state });
    const sequence = await changeDate(tx, actor.partnershipId, held, { kind: "made_sure", to: { startsAt, place }, reason: "", by: actor.personId, now });
    await tellForum(tx, actor, forumId, now, { template: "meeting.moved", from: startsAt, meeting: { id, reference, startsAt, limitMinutes, sequence, provisional: false } });
    record({ event: "meeting.madeSure", subject, particulars: {} });
    return { reference };
  },
});
