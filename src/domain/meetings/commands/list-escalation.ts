import { lockEscalation, listOn, subjectOf } from "../../escalations/lifecycle.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { ListEscalationInput } from "../agenda-inputs.ts";
import { addItem, keepDraft, placeForMore, touchMeeting } from "../draft.ts";
import { draftItemId } from "../draft-rules.ts";
import { lockMeeting } from "../lifecycle.ts";
import { escalationTitle, plannedFor } from "../rules.ts";
import { openSupplement } from "../supplement.ts";

/**
 * The board's office puts what was handed up on a dated agenda: on a draft, or in a supplement to what is published (rule 24). Whoever
 * lists it has received it.
 */
export const listEscalation = command({
  permission: "escalation.list",
  input: ListEscalationInput,
  async run({ tx, actor, now, require, record }, { reference, version, meeting: meetingReference }) {
    // the meeting first, then what stands on it, as whoever closes or cancels it does
    const meeting = await lockMeeting(tx, meetingReference);
    const held = await lockEscalation(tx, reference);
    const { forumId } = meeting;
    require("escalation.list", { forumId: held.boardId ?? undefined }, subjectOf(held, { forumId }));
    orNotFound(held.boardId === forumId || null);
    refuseIfStale(held, version);
    if (held.state !== "sent" && held.state !== "received") refuse("escalation.illegalMove", { from: held.state, to: "listed" });
    if (meeting.state !== "scheduled" && meeting.state !== "published" && meeting.state !== "in_session") refuse("meeting.notInThisState", { state: meeting.state });
    const { partnershipId } = actor;
    const answer = { reference: held.reference, meeting: meeting.reference };
    let supplement = 0;
    if (meeting.state === "scheduled") {
      await keepDraft({ tx, actor, now, record }, meeting);
      await touchMeeting(tx, partnershipId, meeting);
      // what was received is due on the next draft by itself: writing the draft down has listed it
      if ((await lockEscalation(tx, reference)).state === "listed") return answer;
    } else supplement = await openSupplement(tx, actor, meeting, now);
    const stands = await tx.agendaItem.findFirst({ where: { partnershipId, meetingId: meeting.id, escalationId: held.id }, select: { id: true } });
    const itemId = stands?.id ?? draftItemId(meeting.id, held.id);
    const item = { id: itemId, kind: "escalations", caseId: null, escalationId: held.id, plannedMinutes: plannedFor("escalations", null), title: escalationTitle(held), presenter: null, restricted: false, deferredFromId: null, plannedId: null, supplement } as const;
    if (!stands) await addItem(tx, partnershipId, meeting, item, await placeForMore(tx, meeting.id));
    record(...(await listOn(tx, actor, held, { meetingId: meeting.id, meeting: meeting.reference, startsAt: meeting.startsAt, itemId, forumId }, now)));
    return answer;
  },
});
