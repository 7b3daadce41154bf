import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import { openStates, readEscalations, type TrackedEscalation } from "./list-escalations.ts";

/** What a board's item was handed, in the words that it gives, and the answer as it stands written; null without words for the reader. */
export type HandedUp = { reference: string; forum: string; asked: string; given: string; tried: string; answer: { words: string; safeWords: string | null } | null; takesAnswer: boolean };

export async function findHandedUp(tx: Tx, escalationId: string): Promise<HandedUp | null> {
  const rows = await tx.$queryRaw<HandedUp[]>`
    select e.reference, f.name as forum, k.asked, k.given, k.tried, e.state = 'listed' as "takesAnswer",
      (select jsonb_build_object('words', w.words, 'safeWords', w.safe_words) from escalation_answers w where w.escalation_id = e.id) as answer
    from escalations e join forums f on f.partnership_id = e.partnership_id and f.id = e.forum_id join escalation_contents k on k.escalation_id = e.id where e.id = ${escalationId}::uuid`;
  return rows[0] ?? null;
}

/** What a forum has handed to boards and is not over, and what is over since its last meeting (rule 3). */
export const listReceipts = (tx: Tx, forumId: string, today: Day): Promise<TrackedEscalation[]> =>
  readEscalations(tx, Prisma.sql`e.forum_id = ${forumId}::uuid and (e.state in ${openStates}
    or e.ended_at > coalesce((select max(m.closed_at) from meetings m where m.forum_id = ${forumId}::uuid), '-infinity'))`, today);
