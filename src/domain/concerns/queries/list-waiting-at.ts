import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { view } from "../../view.ts";

export type WaitingConcern = { reference: string; ward: string; what: string; hearBy: Day; waited: number; saysDanger: boolean };

/** What waits for the chair of the forum that meets, danger first, then the oldest: for its office in the room. Null for everybody else. */
export const listWaitingAt = view(async ({ tx, may, now }, meeting: string): Promise<WaitingConcern[] | null> => {
  const found = await tx.meeting.findFirst({ where: { reference: meeting }, select: { forumId: true } });
  if (!found || !may("concern.prepare", { forumId: found.forumId })) return null;
  const rows = await tx.$queryRaw<(Omit<WaitingConcern, "waited"> & { raisedAt: Date })[]>`
    select c.reference, w.name as ward, k.what, c.hear_by::text as "hearBy", c.raised_at as "raisedAt", c.says_danger as "saysDanger" from concerns c
      join concern_contents k on k.partnership_id = c.partnership_id and k.concern_id = c.id join wards w on w.partnership_id = c.partnership_id and w.id = c.ward_id
    where c.forum_id = ${found.forumId}::uuid and c.state = 'raised' order by c.says_danger desc, c.raised_at, c.reference limit 40`;
  const today = dayOf(now);
  const from = rows.map(({ raisedAt }) => dayOf(raisedAt)).toSorted()[0] ?? today;
  const holidays = await findBankHolidays(tx, from, today);
  return rows.map(({ raisedAt, ...row }) => ({ ...row, waited: workingDaysBetween(dayOf(raisedAt), today, holidays) }));
});
