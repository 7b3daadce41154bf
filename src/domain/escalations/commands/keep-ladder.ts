import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AddBoardInput, ChangeBoardInput, KeepLadderInput } from "../inputs.ts";

/** Which board takes what a forum can't solve, and for a board how often it meets where its meetings don't tell. */
export const keepLadder = command({
  permission: "directory.keepLadder",
  input: KeepLadderInput,
  async run({ tx, actor, require, record }, { forum: code, version, to, cycleDays }) {
    require("directory.keepLadder", {}, { type: "forum" });
    const { partnershipId } = actor;
    const held = await tx.$queryRaw<{ id: string; kind: string }[]>`select id, kind from forums where code = ${code} for no key update`;
    const forum = orNotFound(held[0]);
    const place = await tx.ladderPlace.findUnique({ where: { partnershipId_forumId: { partnershipId, forumId: forum.id } } });
    refuseIfStale({ version: place?.version ?? 0 }, version);
    const boardId = to?.boardId ?? null;
    const externalBoardId = to?.externalBoardId ?? null;
    if (boardId !== null) {
      const board = await tx.forum.findFirst({ where: { partnershipId, id: boardId }, select: { kind: true } });
      if (board?.kind !== "board") wrongField("to", "Select the board");
      if (boardId === forum.id || (await leadsBack(tx, boardId, forum.id))) refuse("ladder.goesRound");
    }
    if (externalBoardId !== null && !(await tx.externalBoard.findFirst({ where: { partnershipId, id: externalBoardId, endedAt: null }, select: { id: true } }))) wrongField("to", "Select the board");
    if (cycleDays !== null && forum.kind !== "board") wrongField("cycleDays", "Only a board states how often it meets");
    const data = { nextBoardId: boardId, nextExternalBoardId: externalBoardId, cycleDays };
    if (place) await tx.ladderPlace.updateMany({ where: { partnershipId, forumId: forum.id }, data: { ...data, version: { increment: 1 } } });
    else await tx.ladderPlace.createMany({ data: [{ partnershipId, forumId: forum.id, ...data }] });
    record({ event: "ladder.changed", subject: { type: "forum", id: forum.id, reference: code, forumId: forum.id }, particulars: { boardId, externalBoardId, cycleDays } });
    return { forum: code };
  },
});

async function leadsBack(tx: Tx, from: string, to: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ back: boolean }[]>`
    with recursive up as (select ${from}::uuid as id, 1 as n union all select l.next_board_id, up.n + 1 from up join ladder_places l on l.forum_id = up.id where l.next_board_id is not null and up.n < 50)
    select exists (select 1 from up where id = ${to}::uuid) as back`;
  return rows[0]?.back ?? false;
}

/** A board that doesn't use the application: its secretary is written to, and confirms. */
export const addBoard = command({
  permission: "directory.keepLadder",
  input: AddBoardInput,
  async run({ tx, actor, require, record }, board) {
    require("directory.keepLadder", {}, { type: "board" });
    await knowSecretary(tx, actor.partnershipId, board.secretaryId);
    const id = randomUUID();
    await tx.externalBoard.create({ data: { id, partnershipId: actor.partnershipId, ...board }, select: { id: true } });
    record({ event: "board.added", subject: { type: "board", id }, particulars: {} });
    return { boardId: id };
  },
});

export const changeBoard = command({
  permission: "directory.keepLadder",
  input: ChangeBoardInput,
  async run({ tx, actor, now, require, record }, { boardId, version, ended, ...board }) {
    require("directory.keepLadder", {}, { type: "board", id: boardId });
    const { partnershipId } = actor;
    await tx.$queryRaw`select id from external_boards where id = ${boardId}::uuid for update`;
    const held = orNotFound(await tx.externalBoard.findFirst({ where: { partnershipId, id: boardId } }));
    refuseIfStale(held, version);
    await knowSecretary(tx, partnershipId, board.secretaryId);
    if (ended && (await tx.ladderPlace.findFirst({ where: { partnershipId, nextExternalBoardId: boardId }, select: { forumId: true } }))) wrongField("ended", "A forum’s ladder leads to this board. Change the ladder first");
    await tx.externalBoard.updateMany({ where: { partnershipId, id: boardId }, data: { ...board, endedAt: ended ? (held.endedAt ?? now) : null, version: { increment: 1 } } });
    record({ event: ended && !held.endedAt ? "board.ended" : "board.changed", subject: { type: "board", id: boardId }, particulars: {} });
    return { boardId };
  },
});

async function knowSecretary(tx: Tx, partnershipId: string, id: string): Promise<void> {
  if (!(await tx.person.findFirst({ where: { partnershipId, id, leftAt: null }, select: { id: true } }))) wrongField("secretaryId", "Select its secretary");
}
