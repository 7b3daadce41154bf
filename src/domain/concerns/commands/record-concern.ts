import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { RecordInput } from "../inputs.ts";
import { subjectOf, tellOffice, tellRaiser, writeConcern } from "../lifecycle.ts";
import { forumOf } from "../queries/find-people.ts";

/** "Concerns initially raised with the Chair at the meeting" (R): the chair's office writes down what somebody in the room says, as theirs; every concern is recorded. */
export const recordConcern = command({
  permission: "concern.record",
  input: RecordInput,
  async run({ tx, actor, now, require, record }, { meeting: reference, raisedById, ...said }) {
    const { id: meetingId, forumId, state } = await lockMeeting(tx, reference);
    require("concern.record", { forumId }, { type: "meeting", id: meetingId, reference, forumId });
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    if (!(await signed(tx, meetingId, raisedById))) wrongField("raisedById", "Select somebody who has signed the register");
    orNotFound(await forumOf(tx, said.wardId));
    const concern = await writeConcern(tx, actor, { ...said, residents: null, contact: null, surgeryOn: dayOf(now) }, { state: "raised", forumId, raisedById, meetingId }, now);
    await tellRaiser(tx, actor, concern, "concern.recorded", now);
    await tellOffice(tx, actor, concern, "concern.waits", now);
    record({ event: "concern.raised", subject: subjectOf(concern), particulars: { meetingId } });
    return { reference: concern.reference, meeting: reference };
  },
});

async function signed(tx: Tx, meetingId: string, personId: string): Promise<boolean> {
  return (await tx.signIn.findFirst({ where: { meetingId, personId }, select: { id: true } })) !== null;
}
