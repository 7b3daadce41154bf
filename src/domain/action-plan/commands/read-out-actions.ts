import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { subjectOf } from "../action-subject.ts";
import { ReadOutInput } from "../inputs.ts";
import { listToReadOut } from "../queries/list-to-read-out.ts";

/**
 * Before a meeting closes, what it tasks people with is read out, owner by owner; whether the owner was there to hear it is kept
 * with the day that was said. Given to somebody else or for another day afterwards, an action is to be read out again.
 */
export const readOutActions = command({
  permission: "action.record",
  input: ReadOutInput,
  async run({ tx, actor, now, require, record }, { reference, actionIds, notThere }) {
    const { id: meetingId, forumId, state } = await lockMeeting(tx, reference);
    require("action.record", { forumId }, { type: "meeting", id: meetingId, reference, forumId });
    if (state !== "in_session") refuse("meeting.notInThisState", { state });
    if (actionIds.length === 0) wrongField("actionIds", "Select what was read out");
    const actions = await listToReadOut(tx, meetingId);
    for (const actionId of actionIds) {
      const action = orNotFound(actions.find(({ id }) => id === actionId));
      const { caseId, ownerId, dueOn } = action;
      await tx.readOut.create({
        data: { id: randomUUID(), partnershipId: actor.partnershipId, forumId, caseId, actionId, ownerId, dueOn: asDate(dueOn), heard: !notThere, readById: actor.personId, readAt: now },
        select: { id: true },
      });
      record({ event: "action.readOut", subject: subjectOf({ ...action, forumId }), particulars: { heard: !notThere } });
    }
    return { reference };
  },
});
