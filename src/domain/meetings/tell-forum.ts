import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../forums/queries/list-seats.ts";
import type { Actor } from "../kernel/actor.ts";
import { dayOf } from "../kernel/dates.ts";
import { mail } from "../mail/send.ts";
import { type Entry, factOf } from "./queries/calendar-entry.ts";

type Told =
  | { template: "meeting.yearPlanned"; meetings: readonly Entry[] }
  | { template: "meeting.invited" | "meeting.cancelled"; meeting: Entry }
  /** `from`: when it was to be before. */
  | { template: "meeting.moved"; meeting: Entry; from: Date };

/**
 * Everybody who is round the table of a forum on the day of a meeting gets a mail with the entry for their calendar, whoever acted too. It says which and when, and
 * nothing of where, who or what (rule 29). Whoever was to be there and isn't any more, since the meeting moved past their seat, is told that it falls away.
 */
export async function tellForum(tx: Tx, actor: Actor, forumId: string, now: Date, told: Told): Promise<void> {
  const at = now.toISOString();
  const atTable = async (startsAt: Date) => (await listSeats(tx, forumId, dayOf(startsAt))).map(({ personId }) => personId);
  if (told.template === "meeting.yearPlanned") {
    const tables = await Promise.all(told.meetings.map(({ startsAt }) => atTable(startsAt)));
    for (const to of new Set(tables.flat())) await mail(tx, actor, { to, template: told.template, facts: { at, meetings: told.meetings.filter((_, index) => tables[index]?.includes(to)).map(factOf) } }, now);
    return;
  }
  const there = await atTable(told.meeting.startsAt);
  for (const to of there) await mail(tx, actor, { to, template: told.template, facts: { at, meeting: factOf(told.meeting) } }, now);
  if (told.template !== "meeting.moved") return;
  const gone = (await atTable(told.from)).filter((to) => !there.includes(to));
  for (const to of gone) await mail(tx, actor, { to, template: "meeting.cancelled", facts: { at, meeting: factOf({ ...told.meeting, startsAt: told.from }) } }, now);
}
