import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import { mail } from "../mail/send.ts";
import { type Entry, factOf } from "../meetings/queries/calendar-entry.ts";

/** So many meetings come in one mail. */
const together = 12;

/** What a person's calendar holds of a forum: asked before and after what they hold there is changed. */
export const readCalendar = (tx: Tx, personId: string, forumId: string): Promise<Entry[]> =>
  tx.$queryRaw<Entry[]>`select id, reference, starts_at as "startsAt", limit_minutes as "limitMinutes", sequence, provisional from app.calendar_of(${personId}::uuid, ${forumId}::uuid)`;

/** Whoever is seated later gets the meetings that are planned already; whose seat ends before a meeting gets its cancellation. It says which and when, and nothing else (rule 29). */
export async function tellCalendar(tx: Tx, actor: Actor, { personId, forumId, before }: { personId: string; forumId: string; before: readonly Entry[] }, now: Date): Promise<void> {
  const after = await readCalendar(tx, personId, forumId);
  const without = (some: readonly Entry[], others: readonly Entry[]) => some.filter(({ id }) => !others.some((other) => other.id === id));
  for (const [template, meetings] of [["meeting.joined", without(after, before)], ["meeting.left", without(before, after)]] as const) {
    for (let first = 0; first < meetings.length; first += together) {
      await mail(tx, actor, { to: personId, template, facts: { at: now.toISOString(), meetings: meetings.slice(first, first + together).map(factOf) } }, now);
    }
  }
}
