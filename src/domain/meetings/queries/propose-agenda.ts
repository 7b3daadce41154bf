import { Prisma, type Tx } from "@/platform/db/client.ts";
import { agendaOf } from "../rules.ts";
import { type AgendaCase, type AgendaLine, caseColumns, earlierMeetings, type OfMeeting } from "./list-agenda.ts";

/**
 * The draft agendas of meetings, each as it builds itself from what is due (rule 3): the standing items, and every open case of the
 * forum, children first, then those put off last time, then the oldest. By meeting.
 */
export async function proposeAgendas(tx: Tx, meetings: readonly OfMeeting[]): Promise<Map<string, AgendaLine[]>> {
  if (meetings.length === 0) return new Map();
  const forums = [...new Set(meetings.map((meeting) => meeting.forumId))];
  const [first, due] = await Promise.all([listFirstMeetings(tx, forums), listDueCases(tx, forums)]);
  return new Map(
    meetings.map(({ id, forumId, startsAt }) => {
      const metBefore = first.some((row) => row.forumId === forumId && row.heldAt < startsAt);
      const cases = due.filter((row) => row.forumId === forumId).map(({ forumId: _, ...found }) => found);
      return [id, agendaOf(metBefore, cases).map((line) => ({ ...line, recusedFrom: null }))];
    }),
  );
}

const listFirstMeetings = (tx: Tx, forums: string[]) => tx.$queryRaw<{ forumId: string; heldAt: Date }[]>`
    select forum_id as "forumId", min(starts_at) as "heldAt" from meetings where forum_id = any(${forums}::uuid[]) and closed_at is not null group by forum_id`;

const listDueCases = (tx: Tx, forums: string[]) => tx.$queryRaw<(AgendaCase & { forumId: string })[]>`
    select c.forum_id as "forumId", ${caseColumns}
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id ${earlierMeetings(Prisma.sql`'infinity'`)}
    where c.forum_id = any(${forums}::uuid[]) and c.stage = 'open' and c.closed_on is null
    order by t.involves_children desc, "deferredLastTime" desc, c.opened_on, length(c.reference), c.reference`;

export async function proposeAgenda(tx: Tx, meeting: OfMeeting): Promise<AgendaLine[]> {
  return (await proposeAgendas(tx, [meeting])).get(meeting.id) ?? [];
}
