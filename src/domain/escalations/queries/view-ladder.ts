import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ForumKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { cycleOf } from "../rules.ts";

export type LadderForum = { id: string; code: string; name: string; kind: ForumKind; version: number; to: string | null; toName: string | null; stated: number | null; cycleDays: number | null };
export type OutsideBoard = { id: string; name: string; secretaryId: string; secretary: string; post: string; cycleDays: number; ended: boolean; version: number };
export type Ladder = { forums: LadderForum[]; boards: { value: string; name: string; forumId: string | null }[]; outside: OutsideBoard[]; people: { id: string; name: string; post: string }[]; today: Day };

/** The ladder of boards as an administrator keeps it; null for anybody else. */
export const viewLadder = view(async ({ tx, now, may }, _: Record<never, never>): Promise<Ladder | null> => {
  if (!may("directory.keepLadder")) return null;
  const forums = await tx.$queryRaw<(Omit<LadderForum, "cycleDays" | "to"> & { boardId: string | null; externalBoardId: string | null; starts: string[] | null })[]>`
    select f.id, f.code, f.name, f.kind, coalesce(l.version, 0) as version, l.next_board_id as "boardId", l.next_external_board_id as "externalBoardId", coalesce(b.name, x.name) as "toName", l.cycle_days as stated,
      case when f.kind = 'board' then (select json_agg(m.starts_at) from app.board_meetings(f.id) m where m.state <> 'cancelled') end as starts
    from forums f left join ladder_places l on l.partnership_id = f.partnership_id and l.forum_id = f.id left join forums b on b.id = l.next_board_id left join external_boards x on x.id = l.next_external_board_id
    order by f.kind = 'board', f.name`;
  const outside = await tx.$queryRaw<OutsideBoard[]>`
    select b.id, b.name, p.id as "secretaryId", concat_ws(' ', p.style, p.name) as secretary, p.post, b.cycle_days as "cycleDays", b.ended_at is not null as ended, b.version
    from external_boards b join people p on p.partnership_id = b.partnership_id and p.id = b.secretary_id order by b.ended_at is not null, b.name`;
  const people = await tx.$queryRaw<Ladder["people"]>`select id, concat_ws(' ', style, name) as name, post from people where left_at is null order by name`;
  return {
    forums: forums.map(({ starts, boardId, externalBoardId, ...forum }) => ({
      ...forum,
      to: boardId ? `board:${boardId}` : externalBoardId ? `external:${externalBoardId}` : null,
      cycleDays: forum.kind === "board" ? cycleOf((starts ?? []).map((at) => dayOf(new Date(at))), forum.stated) : null,
    })),
    boards: [...forums.filter(({ kind }) => kind === "board").map(({ id, name }) => ({ value: `board:${id}`, name, forumId: id })), ...outside.filter(({ ended }) => !ended).map(({ id, name }) => ({ value: `external:${id}`, name, forumId: null }))],
    outside,
    people,
    today: dayOf(now),
  };
});
