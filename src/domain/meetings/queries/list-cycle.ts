import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";

/** Draft minutes are sent round within so many working days of the meeting. */
export const minutesDueWithin = 3;

/** Where a forum is between its meetings: the one ahead or in session, and the last one that closed. */
export type ForumCycle = {
  code: string;
  forum: string;
  next: { reference: string; startsAt: Date; state: MeetingState } | null;
  /** `draftFor`: for so many working days its minutes have been in draft; null once they were sent. */
  last: { reference: string; startsAt: Date; state: MeetingState; draftFor: number | null } | null;
};
type Row = {
  code: string; forum: string;
  nextReference: string | null; nextAt: Date; nextState: MeetingState;
  lastReference: string | null; lastAt: Date; lastState: MeetingState; closedAt: Date;
};

/** The forums whose cycle somebody runs, by name. */
export async function listCycle(tx: Tx, forumIds: readonly string[], today: Day): Promise<ForumCycle[]> {
  if (forumIds.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select f.code, f.name as forum, n.reference as "nextReference", n.starts_at as "nextAt", n.state as "nextState",
      l.reference as "lastReference", l.starts_at as "lastAt", l.state as "lastState", l.closed_at as "closedAt"
    from forums f
      left join lateral (select m.reference, m.starts_at, m.state from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.state in ('scheduled', 'published', 'in_session') order by m.starts_at limit 1) n on true
      left join lateral (select m.reference, m.starts_at, m.state, m.closed_at from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.closed_at is not null order by m.starts_at desc limit 1) l on true
    where f.id = any(${[...forumIds]}::uuid[]) order by f.name`;
  const drafts = rows.filter(({ lastState }) => lastState === "closed").map(({ closedAt }) => dayOf(closedAt));
  const holidays = drafts.length > 0 ? await findBankHolidays(tx, drafts.toSorted()[0] ?? today, today) : new Map<Day, string>();
  return rows.map(({ code, forum, nextReference, nextAt, nextState, lastReference, lastAt, lastState, closedAt }) => ({
    code,
    forum,
    next: nextReference === null ? null : { reference: nextReference, startsAt: nextAt, state: nextState },
    last: lastReference === null ? null : { reference: lastReference, startsAt: lastAt, state: lastState, draftFor: lastState === "closed" ? workingDaysBetween(dayOf(closedAt), today, holidays) : null },
  }));
}
