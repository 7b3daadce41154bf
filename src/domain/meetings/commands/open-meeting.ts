import { command } from "../../command.ts";
import { findChair } from "../../forums/queries/find-chair.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { MeetingAsSeen, OpenMeetingInput } from "../inputs.ts";
import { lockMeeting, moveMeeting } from "../lifecycle.ts";
import { chairAbsent } from "../queries/chair-absence.ts";
import { findQuorum, inFacts } from "../queries/find-quorum.ts";

/**
 * The meeting goes into session. Whoever presides opens it: the chair in force, or the deputy while the chair is recorded absent, and
 * has signed the register first. With no chair or acting chair in force nobody can open it, and it says why (rule 1). Below its quorum
 * it opens as a discussion, where whoever presides says so, and decides nothing (rule 4); who signs in that moment waits.
 */
export const openMeeting = command({
  permission: "meeting.open",
  input: OpenMeetingInput,
  async run({ tx, actor, now, require, record }, { reference, version, asDiscussion }) {
    const held = await lockMeeting(tx, reference);
    const { id: meetingId, forumId } = held;
    const { partnershipId, personId } = actor;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.open", { forumId, chairAbsent: await chairAbsent(tx, held, dayOf(now)) }, subject);
    if (held.state !== "published") refuse("meeting.notInThisState", { state: held.state });
    if (!(await findChair(tx, forumId, dayOf(now)))) refuse("meeting.noChair");
    const signed = await tx.signIn.findMany({ where: { partnershipId, meetingId }, select: { personId: true } });
    if (!signed.some((signature) => signature.personId === personId)) refuse("meeting.nobodySigned");
    const quorum = await findQuorum(tx, meetingId);
    if (!quorum.reached && !asDiscussion) refuse("meeting.belowQuorum", inFacts(quorum));
    const discussionOnly = !quorum.reached;
    await moveMeeting(tx, partnershipId, held, "in_session", { openedAt: now, presidedById: personId, discussionOnly });
    record({ event: "meeting.opened", subject, particulars: { signed: signed.length, discussionOnly } });
    return { reference };
  },
});

/** Who was missing has signed: from now on the meeting that opened as a discussion decides as any other. */
export const makeFullMeeting = command({
  permission: "meeting.open",
  input: MeetingAsSeen,
  async run({ tx, actor, now, require, record }, { reference, version }) {
    const held = await lockMeeting(tx, reference);
    const { id, forumId } = held;
    const subject = { type: "meeting", id, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.open", { forumId, chairAbsent: await chairAbsent(tx, held, dayOf(now)) }, subject);
    if (held.state !== "in_session" || !held.discussionOnly) refuse("meeting.notInThisState", { state: held.state });
    if (!(await findChair(tx, forumId, dayOf(now)))) refuse("meeting.noChair");
    const quorum = await findQuorum(tx, id);
    if (!quorum.reached) refuse("meeting.belowQuorum", inFacts(quorum));
    await tx.meeting.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id } }, data: { discussionOnly: false, version: { increment: 1 } }, select: { id: true } });
    record({ event: "meeting.madeFull", subject, particulars: { signed: quorum.here } });
    return { reference };
  },
});
