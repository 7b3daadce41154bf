import { command } from "../../command.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { lockMeeting, moveMeeting } from "../../meetings/lifecycle.ts";
import { CirculateMinutesInput } from "../inputs.ts";

/** The chair's office sends the draft round: from now on it is corrected at the next meeting, no longer by the office alone (rule 5). */
export const circulateMinutes = command({
  permission: "meeting.circulateMinutes",
  input: CirculateMinutesInput,
  async run({ tx, actor, now, require, record }, input) {
    const held = await lockMeeting(tx, input.reference);
    const { forumId, reference } = held;
    const subject = { type: "meeting", id: held.id, reference, forumId } as const;
    refuseIfStale(held, input.version);
    require("meeting.circulateMinutes", { forumId }, subject);
    await moveMeeting(tx, actor.partnershipId, held, "circulated", { circulatedAt: now });
    record({ event: "meeting.minutesCirculated", subject, particulars: {} });
    return { reference };
  },
});
