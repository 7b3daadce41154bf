import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import { refuse } from "../kernel/outcome.ts";
import { lockItem } from "./held-item.ts";

/**
 * Only within a command that asked: takes a line that proposes an action out of the notes of an item, or leaves other words in its place.
 * Somebody else may have done so, or changed it, just before.
 */
export async function replaceLine(tx: Tx, actor: Actor, itemId: string, line: string, by: string | null) {
  const held = await lockItem(tx, itemId);
  const of = { partnershipId: actor.partnershipId };
  const minute = await tx.minute.findUnique({ where: { partnershipId_itemId: { ...of, itemId } }, select: { discussion: true } });
  const lines = minute?.discussion.split("\n") ?? [];
  const at = lines.findIndex((one) => one.trim() === line.trim());
  if (at === -1) refuse("minute.proposalGone");
  lines.splice(at, 1, ...(by === null ? [] : [by]));
  await tx.minute.update({ where: { partnershipId_itemId: { ...of, itemId } }, data: { discussion: lines.join("\n") }, select: { itemId: true } });
  await tx.agendaItem.update({ where: { partnershipId_id: { ...of, id: itemId } }, data: { version: { increment: 1 } }, select: { id: true } });
  return held;
}
