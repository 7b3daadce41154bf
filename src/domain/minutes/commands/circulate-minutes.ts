import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { lockMeeting, moveMeeting } from "../../meetings/lifecycle.ts";
import { CirculateMinutesInput } from "../inputs.ts";

/**
 * The chair's office sends the draft round: from now on members propose what is corrected, and the next meeting confirms it (rule 5).
 * Everybody round the table gets a mail that says where it is, and nothing of it.
 */
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
    for (const { personId: to } of await listSeats(tx, forumId, dayOf(now))) await mail(tx, actor, { to, template: "minutes.circulated", facts: { meeting: reference } }, now);
    record({ event: "meeting.minutesCirculated", subject, particulars: {} });
    return { reference };
  },
});
