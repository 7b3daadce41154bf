import { command } from "../../command.ts";
import { findChair } from "../../forums/queries/find-chair.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { MeetingAsSeen } from "../inputs.ts";
import { lockMeeting, moveMeeting } from "../lifecycle.ts";
import { chairAbsent } from "../queries/chair-absence.ts";

/**
 * The meeting goes into session. Whoever presides opens it: the chair in force, or the deputy while the chair is recorded absent, and
 * has signed the register first. With no chair or acting chair in force nobody can open it, and it says why (rule 1).
 */
export const openMeeting = command({
  permission: "meeting.open",
  input: MeetingAsSeen,
  async run({ tx, actor, now, require, record }, { reference, version }) {
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
    await moveMeeting(tx, partnershipId, held, "in_session", { openedAt: now, presidedById: personId });
    record({ event: "meeting.opened", subject, particulars: { signed: signed.length } });
    return { reference };
  },
});
