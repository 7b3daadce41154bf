import { command } from "../../command.ts";
import { unlistAll } from "../../escalations/lifecycle.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { changeDate, lockMeeting } from "../lifecycle.ts";
import { CancelMeetingInput } from "../inputs.ts";
import { tellForum } from "../tell-forum.ts";

/** A meeting that has not begun does not take place. It keeps its reference and its history, counts as never held, and what was on its agenda returns to the next by itself. */
export const cancelMeeting = command({
  permission: "meeting.cancel",
  input: CancelMeetingInput,
  async run({ tx, actor, now, require, record }, { reference, version, reason }) {
    const held = await lockMeeting(tx, reference);
    const { id, forumId, state, startsAt, limitMinutes, provisional } = held;
    const subject = { type: "meeting", id, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.cancel", { forumId }, subject);
    if (state !== "scheduled" && state !== "published") refuse("meeting.notInThisState", { state });
    const sequence = await changeDate(tx, actor.partnershipId, held, { kind: "cancelled", to: null, reason, by: actor.personId, now });
    await tellForum(tx, actor, forumId, now, { template: "meeting.cancelled", meeting: { id, reference, startsAt, limitMinutes, sequence, provisional } });
    record(...(await unlistAll(tx, actor, held, now)));
    record({ event: "meeting.cancelled", subject, particulars: {} });
    return { reference };
  },
});
