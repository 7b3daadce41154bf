import { randomUUID } from "node:crypto";
import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { ComposeInput } from "../inputs.ts";
import { findBoards } from "../queries/find-boards.ts";
import { findOrigin, namedWords, refuseIfOver } from "../queries/find-origin.ts";

/**
 * Writes down what is to be handed to a board: what was tried, what is asked, of which board, and the words that are all the board will
 * see. They name nobody, unless a person shown the word says that it names nobody. Nothing leaves by it: it is checked, then sent.
 */
export const composeEscalation = command({
  permission: "escalation.compose",
  input: ComposeInput,
  async run({ tx, actor, now, require, record }, { caseReference, actionReference, concernReference, itemId, draftId, to, namesNobody, ...words }) {
    const origin = await findOrigin(tx, { caseReference, actionReference, concernReference });
    const { forumId, caseId } = origin;
    const subject = { type: "forum", id: forumId, reference: origin.reference, forumId, caseId } as const;
    require("escalation.compose", { forumId }, subject);
    refuseIfOver(origin);
    const board = (await findBoards(tx, forumId, now)).find((one) => one.boardId === to.boardId && one.externalBoardId === to.externalBoardId);
    if (!board) refuse("escalation.boardOver");
    const named = await namedWords(tx, origin, `${words.title}.\n${words.tried}\n${words.asked}\n${words.given}`);
    if (unconfirmed(named, namesNobody).length > 0) refuse("escalation.namesSomeone", { words: named });

    const { partnershipId, personId } = actor;
    const data = { ...to, ...words, holderId: board.holderId, namesNobody: named, savedAt: now, personId };
    if (draftId !== null) {
      const { count } = await tx.escalationDraft.updateMany({ where: { partnershipId, id: draftId, forumId, sentAsId: null }, data: { ...data, version: { increment: 1 } } });
      orNotFound(count === 1 || null);
      record({ event: "escalation.composed", subject, particulars: { draftId } });
      return { draftId };
    }
    const id = randomUUID();
    await tx.escalationDraft.create({ data: { ...data, id, partnershipId, forumId, caseId: origin.caseOf, actionId: origin.actionOf, concernId: origin.concernOf, itemId }, select: { id: true } });
    record({ event: "escalation.composed", subject, particulars: { draftId: id } });
    return { draftId: id };
  },
});
