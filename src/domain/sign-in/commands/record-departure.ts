import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin } from "../../meetings/lifecycle.ts";
import { DepartureInput } from "../inputs.ts";
import { findPresence } from "../queries/find-presence.ts";

/** Somebody leaves before the end: they say so themselves, or the chair's office records it. Timed, because who was in the room is who was told (rule 7). */
export const recordDeparture = command({
  permission: "register.recordDeparture",
  input: DepartureInput,
  async run({ tx, actor, now, require, record }, { reference, personId }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId, state } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    const presence = await findPresence(tx, meetingId, personId);
    require("register.recordDeparture", { forumId, onRegister: personId === actor.personId && presence.signed }, subject);
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    if (!presence.signed) refuse("departure.notSigned");
    if (presence.outSince) refuse("departure.alreadyOut");
    await tx.departure.create({ data: { id: randomUUID(), partnershipId: actor.partnershipId, forumId, meetingId, personId, leftAt: now, recordedById: actor.personId }, select: { id: true } });
    record({ event: "register.left", subject, particulars: { personId } });
    return { reference };
  },
});
