import { randomUUID } from "node:crypto";
import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { decide, lockConcernById } from "../../concerns/lifecycle.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { SendInput } from "../inputs.ts";
import { addStep, chairShutOut, type HeldEscalation, subjectOf, tell, tellRaisers } from "../lifecycle.ts";
import { askSecretary } from "../outside.ts";
import { findBoards } from "../queries/find-boards.ts";
import { namedWords } from "../queries/find-origin.ts";

/** The chair in force hands it to the board: from now on it has a reference, a holder there and a day by which it is to stand on an agenda (rule 24). A concern is decided by it: whoever raised it reads what is asked of the board. */
export const sendEscalation = command({
  permission: "escalation.send",
  input: SendInput,
  async run({ tx, actor, now, require, record }, { draftId, version }) {
    const { partnershipId, personId } = actor;
    await tx.$queryRaw`select id from escalation_drafts where id = ${draftId}::uuid for update`;
    const draft = orNotFound(await tx.escalationDraft.findFirst({ where: { partnershipId, id: draftId } }));
    const { forumId, boardId, externalBoardId, actionId, concernId, itemId, title, tried, asked, given } = draft;
    const caseId = draft.caseId ?? (actionId && (await tx.action.findFirst({ where: { partnershipId, id: actionId }, select: { caseId: true } }))?.caseId) ?? null;
    require("escalation.send", { forumId, chairRecused: await chairShutOut(tx, caseId) }, { type: "forum", id: forumId, forumId, caseId });
    if (draft.sentAsId) refuse("escalation.alreadySent");
    refuseIfStale(draft, version);
    const concern = concernId === null ? null : await lockConcernById(tx, concernId);
    const board = (await findBoards(tx, forumId, now)).find((one) => one.boardId === boardId && one.externalBoardId === externalBoardId);
    if (!board) refuse("escalation.boardOver");
    // what was asked about when it was written is asked again: the case may have learnt a name since
    const named = await namedWords(tx, { caseId, concernOf: concernId }, `${title}.\n${tried}\n${asked}\n${given}`);
    if (unconfirmed(named, draft.namesNobody).length > 0) refuse("escalation.namesSomeone", { words: named });

    const year = Number(dayOf(now).slice(0, 4));
    const numbers = await tx.$queryRaw<{ last: number }[]>`select app.next_escalation(${year}::integer) as last`;
    const id = randomUUID();
    const reference = `ESC-${year}-${String(orNotFound(numbers[0]).last).padStart(3, "0")}`;
    const { holderId, cycleDays, listBy } = board;
    await tx.escalation.create({ data: { id, partnershipId, forumId, reference, title, boardId, externalBoardId, holderId, sentById: personId, sentAt: now, cycleDays, listBy: asDate(listBy) }, select: { id: true } });
    await tx.escalationOrigin.createMany({ data: [{ escalationId: id, partnershipId, forumId, caseId: draft.caseId, actionId, concernId, itemId }] });
    await tx.escalationContent.createMany({ data: [{ escalationId: id, partnershipId, tried, asked, given }] });
    await addStep(tx, actor, id, { kind: "sent", now });
    await tx.escalationDraft.updateMany({ where: { partnershipId, id: draftId }, data: { sentAsId: id, version: { increment: 1 } } });
    const sent: HeldEscalation = { id, forumId, reference, title, state: "sent", version: 1, boardId, externalBoardId, holderId, meetingId: null, itemId: null };
    const subject = subjectOf(sent, { forumId, caseId });
    record({ event: "escalation.sent", subject, particulars: { boardId, externalBoardId, listBy } });
    if (boardId === null) record({ event: "escalation.secretaryAsked", subject, particulars: await askSecretary(tx, actor, sent, { caseId, listBy }, now) });
    else await tell(tx, actor, sent, { forumId }, now);
    if (concern) record(await decide(tx, actor, concern, { kind: "escalated", words: asked }, now));
    else await tellRaisers(tx, sent);
    if (named.length > 0) record({ event: "escalation.wordingConfirmed", subject, particulars: { words: named.length } });
    return { reference };
  },
});
