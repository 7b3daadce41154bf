import { randomUUID } from "node:crypto";
import type { Recorded } from "../../audit/record.ts";
import { command, type CommandContext } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { keepDraft, touchMeeting } from "../draft.ts";
import { type HeldMeeting, lockMeeting } from "../lifecycle.ts";
import { ReceiveForumMinutesInput, ReceiveOtherMinutesInput, TakeBackMinutesInput } from "../received-inputs.ts";

/** The confirmed minutes of a forum that hands up to this board are put before it: which and of when. Who may read them stays as it was (rule 26). */
export const receiveForumMinutes = command({
  permission: "paper.keep",
  input: ReceiveForumMinutesInput,
  async run(context, { reference, itemId, sourceId }) {
    const { tx, record } = context;
    const held = await lockForMinutes(context, reference, itemId);
    const rows = await tx.$queryRaw<{ body: string; reference: string; heldOn: Date }[]>`select body, reference, held_on as "heldOn" from app.minutes_to_receive(${held.forumId}::uuid) where meeting_id = ${sourceId}::uuid`;
    const source = rows[0] ?? wrongField("sourceId", "Select confirmed minutes that the board has not received yet");
    record(await receive(context, held, { itemId, sourceMeetingId: sourceId, ...source }));
    return { reference: held.reference, item: itemId };
  },
});

/** Minutes of a board or a body that doesn't use the application, by their reference and their day. */
export const receiveOtherMinutes = command({
  permission: "paper.keep",
  input: ReceiveOtherMinutesInput,
  async run(context, { reference, itemId, body, minutes, heldOn }) {
    const held = await lockForMinutes(context, reference, itemId);
    if (heldOn > dayOf(context.now)) wrongField("heldOn", "Day it met must not be in the future");
    context.record(await receive(context, held, { itemId, sourceMeetingId: null, body, reference: minutes, heldOn: asDate(heldOn) }));
    return { reference: held.reference, item: itemId };
  },
});

/** They were put before the board by mistake. Once its meeting has closed, what it received stands. */
export const takeBackMinutes = command({
  permission: "paper.keep",
  input: TakeBackMinutesInput,
  async run({ tx, actor, now, require, record }, { reference, receivedId }) {
    const held = await lockMeeting(tx, reference);
    const { partnershipId } = actor;
    require("paper.keep", { forumId: held.forumId }, { type: "meeting", id: held.id, reference: held.reference, forumId: held.forumId });
    const received = orNotFound(await tx.receivedMinutes.findFirst({ where: { partnershipId, meetingId: held.id, id: receivedId, withdrawnAt: null }, select: { itemId: true } }));
    if (!takesMinutes(held)) refuse("meeting.notInThisState", { state: held.state });
    await tx.receivedMinutes.updateMany({ where: { partnershipId, id: receivedId }, data: { withdrawnAt: now } });
    record({ event: "item.minutesTakenBack", subject: { type: "item", id: received.itemId, reference: held.reference, forumId: held.forumId }, particulars: { receivedId } });
    return { reference: held.reference, item: received.itemId };
  },
});

const takesMinutes = ({ state }: HeldMeeting): boolean => state === "scheduled" || state === "published" || state === "in_session";

async function lockForMinutes({ tx, actor, now, require, record }: CommandContext, reference: string, itemId: string): Promise<HeldMeeting> {
  const held = await lockMeeting(tx, reference);
  require("paper.keep", { forumId: held.forumId }, { type: "meeting", id: held.id, reference: held.reference, forumId: held.forumId });
  if (!takesMinutes(held)) refuse("meeting.notInThisState", { state: held.state });
  if (held.state === "scheduled") {
    await keepDraft({ tx, actor, now, record }, held);
    await touchMeeting(tx, actor.partnershipId, held);
  }
  orNotFound(await tx.agendaItem.findFirst({ where: { partnershipId: actor.partnershipId, meetingId: held.id, id: itemId, kind: "other_minutes" }, select: { id: true } }));
  return held;
}

type New = { itemId: string; sourceMeetingId: string | null; body: string; reference: string; heldOn: Date };

async function receive({ tx, actor, now }: CommandContext, { id: meetingId, reference, forumId }: HeldMeeting, { itemId, sourceMeetingId, ...minutes }: New): Promise<Recorded> {
  const id = randomUUID();
  await tx.receivedMinutes.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId, meetingId, itemId, sourceMeetingId, ...minutes, addedById: actor.personId, addedAt: now }] });
  return { event: "item.minutesReceived", subject: { type: "item", id: itemId, reference, forumId }, particulars: { receivedId: id, meetingId: sourceMeetingId } };
}
