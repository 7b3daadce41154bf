import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesReplies } from "../../meetings/lifecycle.ts";
import { RecordAbsenceInput } from "../inputs.ts";
import { recordAttendance } from "../lifecycle.ts";

/** The chair's office records for somebody round the table that they are not coming: in apologies, having sent information, or absent. */
export const recordAbsence = command({
  permission: "register.recordAbsence",
  input: RecordAbsenceInput,
  async run({ tx, actor, now, require, record }, { reference, personId, status }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id, forumId, state } = meeting;
    const subject = { type: "meeting", id, reference, forumId } as const;
    require("register.recordAbsence", { forumId }, subject);
    if (!takesReplies(meeting)) refuse("meeting.notInThisState", { state });
    const seat = (await listSeats(tx, forumId, dayOf(now))).find((each) => each.personId === personId);
    if (!seat) refuse("register.noSeat");
    const { partnershipId } = actor;
    if (!(await recordAttendance(tx, { partnershipId, meeting, personId, agencyId: seat.agencyId, recordedById: actor.personId, now }, status))) refuse("register.inApologies");
    record({ event: "register.absenceRecorded", subject, particulars: { personId } });
    return { reference };
  },
});
