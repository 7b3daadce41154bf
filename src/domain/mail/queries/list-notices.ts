import { view } from "../../view.ts";
import { readTold, type Told } from "../lifecycle.ts";

export type Notice = Told & { id: string; madeAt: Date; seenAt: Date | null };
export type Notices = { notices: Notice[]; unseen: number; readAt: Date };

/** What somebody was told in the last 90 days, newest first, whether it went by mail or not: nothing depends on mail. */
export const listNotices = view(async ({ tx, now }, _: Record<never, never>): Promise<Notices> => {
  const rows = await tx.$queryRaw<{ id: string; template: string; facts: unknown; madeAt: Date; seenAt: Date | null }[]>`select id, template, facts, made_at as "madeAt", seen_at as "seenAt" from app.own_notices()`;
  return { notices: rows.map((row) => ({ ...readTold(row), id: row.id, madeAt: row.madeAt, seenAt: row.seenAt })), unseen: rows.filter(({ seenAt }) => !seenAt).length, readAt: now };
});
