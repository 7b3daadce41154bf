import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { addDays, type Day, dayOf } from "../../kernel/dates.ts";
import { cycleOf, listByOf } from "../rules.ts";

/** A board that something can be handed to: one of the partnership, or another. */
export type Board = {
  /** "board:ID" or "external:ID", as a form carries it. */
  value: string;
  boardId: string | null;
  externalBoardId: string | null;
  name: string;
  /** Who holds it there: the chair in force, else the deputy, else the coordinator; of another board its secretary. */
  holderId: string | null;
  holder: string | null;
  holderPost: string | null;
  /** The next one on the ladder of the forum. */
  isNext: boolean;
  /** In days, and the next of its meetings that is to come. */
  cycleDays: number;
  nextMeeting: Day | null;
  /** By when something sent today is to stand on its agenda. */
  listBy: Day;
};

type Row = Omit<Board, "value" | "cycleDays" | "nextMeeting" | "listBy"> & { stated: number | null; starts: string[] | null };

/** The boards that a forum may hand something to, the next on its ladder first. */
export async function findBoards(tx: Tx, forumId: string, now: Date): Promise<Board[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select f.id as "boardId", null::uuid as "externalBoardId", f.name, h.id as "holderId", h.name as holder, h.post as "holderPost", n.next_board_id is not distinct from f.id as "isNext", l.cycle_days as stated,
      (select json_agg(m.starts_at) from app.board_meetings(f.id) m where m.state <> 'cancelled') as starts
    from forums f left join ladder_places n on n.forum_id = ${forumId}::uuid left join ladder_places l on l.forum_id = f.id
      left join lateral (select p.id, concat_ws(' ', p.style, p.name) as name, p.post from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.left_at is null
        where a.forum_id = f.id and app.today() between a.from_on and coalesce(a.until_on, 'infinity') order by a.office, a.from_on limit 1) h on true
    where f.kind = 'board' and f.id <> ${forumId}::uuid
    union all
    select null, b.id, b.name, s.id, nullif(concat_ws(' ', s.style, s.name), ''), s.post, n.next_external_board_id is not distinct from b.id, b.cycle_days, null
    from external_boards b left join people s on s.partnership_id = b.partnership_id and s.id = b.secretary_id and s.left_at is null left join ladder_places n on n.forum_id = ${forumId}::uuid where b.ended_at is null`;
  const today = dayOf(now);
  const holidays = await findBankHolidays(tx, today, addDays(today, 450));
  return rows
    .map(({ stated, starts, ...board }): Board => {
      const days = (starts ?? []).map((at) => dayOf(new Date(at)));
      const cycleDays = cycleOf(days, stated);
      return { ...board, value: board.boardId ? `board:${board.boardId}` : `external:${board.externalBoardId}`, cycleDays, nextMeeting: days.toSorted().find((day) => day >= today) ?? null, listBy: listByOf(today, cycleDays, holidays) };
    })
    .toSorted((a, b) => Number(b.isNext) - Number(a.isNext) || a.name.localeCompare(b.name, "en-GB"));
}
