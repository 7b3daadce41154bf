import { command } from "../../command.ts";
import { dayOf, momentInWords } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { MeetingAsSeen } from "../inputs.ts";
import { lockMeeting } from "../lifecycle.ts";
import { chairAbsent } from "../queries/chair-absence.ts";
import { doorsFrom } from "../rules.ts";

/** The chair opens the doors, and the register can be signed: once the agenda is published, at most 60 minutes before the start (rule 7). */
export const openDoors = command({
  permission: "meeting.openDoors",
  input: MeetingAsSeen,
  async run({ tx, actor, now, require, record }, { reference, version }) {
    const held = await lockMeeting(tx, reference);
    const { id, forumId } = held;
    const subject = { type: "meeting", id, reference, forumId } as const;
    refuseIfStale(held, version);
    require("meeting.openDoors", { forumId, chairAbsent: await chairAbsent(tx, held, dayOf(now)) }, subject);
    if (held.state !== "published" || held.doorsOpenedAt) refuse("meeting.notInThisState", { state: held.state });
    const from = doorsFrom(held.startsAt);
    if (now < from) refuse("meeting.doorsNotYet", { from: momentInWords(from) });
    await tx.meeting.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id } }, data: { doorsOpenedAt: now, version: { increment: 1 } }, select: { id: true } });
    record({ event: "meeting.doorsOpened", subject, particulars: {} });
    return { reference };
  },
});
