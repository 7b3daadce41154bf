import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin } from "../../meetings/lifecycle.ts";
import { DepartureInput } from "../inputs.ts";
import { findPresence } from "../queries/find-presence.ts";

/** Whoever left is back: they say so themselves, or the chair's office records it. Back from an item that is shut to them, they are when the next is taken up. */
export const recordReturn = command({
  permission: "register.recordDeparture",
  input: DepartureInput,
  async run({ tx, actor, now, require, record }, { reference, personId }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId, state } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    const presence = await findPresence(tx, meetingId, personId);
    require("register.recordDeparture", { forumId, onRegister: personId === actor.personId && presence.signed }, subject);
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    const { count } = await tx.departure.updateMany({ where: { partnershipId: actor.partnershipId, meetingId, personId, itemId: null, returnedAt: null }, data: { returnedAt: now } });
    if (count === 0) refuse("departure.notOut");
    record({ event: "register.returned", subject, particulars: { personId } });
    return { reference };
  },
});
