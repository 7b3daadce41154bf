import { command } from "../../command.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AnswerInput, ReceiveInput, ReturnInput, WriteAnswerInput } from "../inputs.ts";
import { belongsTo, giveAnswer, lockEscalation, lockEscalationById, subjectOf, takeStep } from "../lifecycle.ts";

/** Somebody of that board, by name, has it: its office, or whoever it was sent to there. From now on its members read what it gives. */
export const receiveEscalation = command({
  permission: "escalation.receive",
  input: ReceiveInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version }) {
    const held = await lockEscalation(tx, reference);
    const side = { forumId: held.boardId ?? held.forumId };
    const holds = held.holderId === actor.personId && belongsTo(standing, held.boardId);
    require("escalation.receive", { forumId: held.boardId ?? undefined, holdsEscalation: holds }, subjectOf(held, side));
    refuseIfStale(held, version);
    // receiving is named
    record(await takeStep(tx, actor, held, side, { kind: "received", now }, { receivedAt: now }));
    return { reference };
  },
});

/** The board's chair in force sends it back with a reason: it isn't this board's, or something has to be tried first. */
export const returnEscalation = command({
  permission: "escalation.return",
  input: ReturnInput,
  async run({ tx, actor, now, require, record }, { reference, version, reason }) {
    const held = await lockEscalation(tx, reference);
    const side = { forumId: held.boardId ?? held.forumId };
    require("escalation.return", { forumId: held.boardId ?? undefined }, subjectOf(held, side));
    refuseIfStale(held, version);
    record(await takeStep(tx, actor, held, side, { kind: "returned", now, note: reason }, { endedAt: now }));
    return { reference };
  },
});

/** In the board's room: what its meeting answers the forum. It is given when the chair closes the meeting, and can be written anew until then. */
export const writeAnswer = command({
  permission: "escalation.writeAnswer",
  input: WriteAnswerInput,
  async run({ tx, actor, now, require, record }, { itemId, words, safeWords }) {
    const { partnershipId, personId } = actor;
    const rows = await tx.$queryRaw<{ escalationId: string; forumId: string; meeting: string; number: number; sits: boolean; discusses: boolean }[]>`
      select i.escalation_id as "escalationId", i.forum_id as "forumId", m.reference as meeting, app.number_of_item(i.meeting_id, i.position) as number, m.state = 'in_session' as sits, m.discussion_only as discusses
      from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid and i.escalation_id is not null`;
    const item = orNotFound(rows[0]);
    const side = { forumId: item.forumId };
    require("escalation.writeAnswer", side, { type: "item", id: itemId, reference: item.meeting, forumId: item.forumId });
    const held = orNotFound(await lockEscalationById(tx, item.escalationId));
    if (!item.sits || held.state !== "listed" || held.itemId !== itemId) refuse("escalation.meetingOver");
    // below its quorum a meeting decides nothing, and an answer is a decision (rule 4)
    if (item.discusses) refuse("meeting.onlyDiscusses");
    const written = { words, safeWords, returns: false, writtenById: personId, writtenAt: now };
    const { count } = await tx.escalationAnswer.updateMany({ where: { partnershipId, escalationId: held.id, givenAt: null }, data: written });
    if (count === 0) await tx.escalationAnswer.createMany({ data: [{ escalationId: held.id, partnershipId, ...written }] });
    record({ event: "escalation.answerWritten", subject: subjectOf(held, side), particulars: { returns: false } });
    return { reference: item.meeting, number: item.number };
  },
});

/** Heard, and answered only afterwards: by the board's chair in force. */
export const answerEscalation = command({
  permission: "escalation.answer",
  input: AnswerInput,
  async run({ tx, actor, now, require, record }, { reference, version, words, safeWords }) {
    const held = await lockEscalation(tx, reference);
    const side = { forumId: held.boardId ?? held.forumId };
    require("escalation.answer", { forumId: held.boardId ?? undefined }, subjectOf(held, side));
    refuseIfStale(held, version);
    if (held.state !== "heard") refuse("escalation.notHeardYet");
    const { partnershipId, personId } = actor;
    const written = { words, safeWords, returns: false, writtenById: personId, writtenAt: now };
    const { count } = await tx.escalationAnswer.updateMany({ where: { partnershipId, escalationId: held.id, givenAt: null }, data: written });
    if (count === 0) await tx.escalationAnswer.createMany({ data: [{ escalationId: held.id, partnershipId, ...written }] });
    record({ event: "escalation.answerWritten", subject: subjectOf(held, side), particulars: { returns: false } }, await giveAnswer(tx, actor, held, side, false, now));
    return { reference };
  },
});
