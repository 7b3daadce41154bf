import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { NoteInterestInput } from "../inputs.ts";

/**
 * The chair's office notes an interest that several round the table have at once, as it is said aloud: all members who sit on a district council, in what touches
 * its area (seed L). It is of the meeting as a whole and recuses nobody: from an item, somebody recuses themself or the chair recuses them.
 */
export const noteInterest = command({
  permission: "interest.note",
  input: NoteInterestInput,
  async run({ tx, actor, now, require, record }, { reference, personIds, kind, about, words }) {
    const { id: meetingId, forumId, state } = await lockMeeting(tx, reference);
    require("interest.note", { forumId }, { type: "meeting", id: meetingId, reference, forumId });
    if (state !== "published" && state !== "in_session") refuse("meeting.notInThisState", { state });
    const seats = (await listSeats(tx, forumId, dayOf(now))).map(({ personId }) => personId);
    if (personIds.some((id) => !seats.includes(id))) wrongField("personIds", "Select people round the table");
    // one's own is declared, as everybody's is
    if (personIds.includes(actor.personId)) wrongField("personIds", "Declare your own interest yourself");
    const noted = personIds.map((personId) => ({ id: randomUUID(), partnershipId: actor.partnershipId, personId, kind, about, words, forumId, meetingId, notedById: actor.personId, declaredAt: now }));
    await tx.interest.createMany({ data: noted });
    for (const { id, personId } of noted) record({ event: "interest.noted", subject: { type: "interest", id, reference, forumId }, particulars: { interestId: id, personId, kind } });
    return { reference };
  },
});
