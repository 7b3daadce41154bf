import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { type HeldMeeting, lockMeeting, moveMeeting } from "../../meetings/lifecycle.ts";
import { chairAbsent } from "../../meetings/queries/chair-absence.ts";
import { ConfirmMinutesInput } from "../inputs.ts";

/**
 * The next meeting of the forum, in session, confirms the minutes of an earlier one on its item for them (rule 5). Every
 * correction is settled first. They are locked and sealed then, and what the register of that earlier meeting opened is shut again (rule 26).
 */
export const confirmMinutes = command({
  permission: "meeting.confirmMinutes",
  input: ConfirmMinutesInput,
  async run({ tx, actor, now, require, record }, input) {
    const held = await lockMeeting(tx, input.reference);
    const sitting = await lockMeeting(tx, input.at);
    const { forumId, reference } = held;
    const subject = { type: "meeting", id: held.id, reference, forumId } as const;
    refuseIfStale(held, input.version);
    require("meeting.confirmMinutes", { forumId, chairAbsent: sitting.forumId === forumId && (await chairAbsent(tx, sitting, dayOf(now))) }, subject);
    if (held.state === "closed") refuse("meeting.minutesNotCirculated");
    if (held.state !== "circulated") refuse("meeting.notInThisState", { state: held.state });
    if (!(await takesMinutesOf(tx, sitting, held))) refuse("meeting.notAtTheNextMeeting");
    const open = await tx.$queryRaw<{ number: number }[]>`select number from app.open_corrections(${held.id}::uuid)`;
    if (open.length > 0) refuse("meeting.correctionsOpen", { items: open.map(({ number }) => String(number)) });
    await moveMeeting(tx, actor.partnershipId, held, "confirmed", { confirmedAt: now, confirmedAtMeetingId: sitting.id });
    record({ event: "meeting.minutesConfirmed", subject, particulars: { atMeetingId: sitting.id } });
    return { reference: sitting.reference, confirmed: reference };
  },
});

/** Whether the meeting that sits comes after, in the same forum, and has the minutes of the last meeting on its agenda. */
async function takesMinutesOf(tx: Tx, sitting: HeldMeeting, earlier: HeldMeeting): Promise<boolean> {
  if (sitting.forumId !== earlier.forumId || sitting.state !== "in_session" || sitting.startsAt <= earlier.startsAt) return false;
  const items = await tx.$queryRaw<{ id: string }[]>`select id from agenda_items where meeting_id = ${sitting.id}::uuid and kind = 'last_minutes' limit 1`;
  return items.length > 0;
}
