import { randomUUID } from "node:crypto";
import { unconfirmed } from "../cases/queries/find-named-words.ts";
import type { CommandContext } from "../command.ts";
import { asDate, dayOf } from "../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale } from "../kernel/outcome.ts";
import { addStep, chairShutOut, type HeldEscalation, subjectOf, tell } from "./lifecycle.ts";
import { askSecretary } from "./outside.ts";
import { findBoards } from "./queries/find-boards.ts";
import { namedWords } from "./queries/find-origin.ts";

type Seen = { draftId: string; version: number };
/** `concernId`: the concern that it is of, null for a case or an action. */
export type SentEscalation = { escalation: HeldEscalation; concernId: string | null; asked: string };

/** Sends what was composed and checked: from now on it has a reference, a holder at the board and a day by which it is to stand on an agenda (rule 24). Whoever raised it is told by the command that sends it. */
export async function sendDraft({ tx, actor, now, require, record }: CommandContext, { draftId, version }: Seen): Promise<SentEscalation> {
  const { partnershipId, personId } = actor;
  await tx.$queryRaw`select id from escalation_drafts where id = ${draftId}::uuid for update`;
  const draft = orNotFound(await tx.escalationDraft.findFirst({ where: { partnershipId, id: draftId } }));
  const { forumId, boardId, externalBoardId, actionId, concernId, itemId, title, tried, asked, given } = draft;
  const caseId = draft.caseId ?? (actionId && (await tx.action.findFirst({ where: { partnershipId, id: actionId }, select: { caseId: true } }))?.caseId) ?? null;
  require("escalation.send", { forumId, chairRecused: await chairShutOut(tx, caseId) }, { type: "forum", id: forumId, forumId, caseId });
  if (draft.sentAsId) refuse("escalation.alreadySent");
  refuseIfStale(draft, version);
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
  const escalation: HeldEscalation = { id, forumId, reference, title, state: "sent", version: 1, boardId, externalBoardId, holderId, meetingId: null, itemId: null };
  const subject = subjectOf(escalation, { forumId, caseId });
  record({ event: "escalation.sent", subject, particulars: { boardId, externalBoardId, listBy } });
  if (boardId === null) record({ event: "escalation.secretaryAsked", subject, particulars: await askSecretary(tx, actor, escalation, { caseId, listBy }, now) });
  else await tell(tx, actor, escalation, { forumId }, now);
  if (named.length > 0) record({ event: "escalation.wordingConfirmed", subject, particulars: { words: named.length } });
  return { escalation, concernId, asked };
}
