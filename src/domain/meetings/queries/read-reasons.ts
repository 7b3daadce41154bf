import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import type { AgendaLine } from "./list-agenda.ts";

/** Why items were put off, by the item that was: words of earlier minutes, for whoever may read those. Reading them is kept. */
export async function readReasons(tx: Tx, forumId: string, lines: readonly AgendaLine[]): Promise<{ why: Map<string, string>; events: Recorded[] }> {
  const ids = lines.flatMap(({ putOff }) => putOff.map(({ itemId }) => itemId));
  if (ids.length === 0) return { why: new Map(), events: [] };
  const rows = await tx.$queryRaw<{ itemId: string; reason: string; meetingId: string; meeting: string }[]>`
    select n.item_id as "itemId", n.decision_reason as reason, m.id as "meetingId", m.reference as meeting from minutes n join meetings m on m.partnership_id = n.partnership_id and m.id = n.meeting_id
    where n.item_id = any(${ids}::uuid[]) and n.decision_reason is not null`;
  const meetings = new Map(rows.map(({ meetingId, meeting }) => [meetingId, meeting]));
  return {
    why: new Map(rows.map(({ itemId, reason }) => [itemId, reason])),
    events: [...meetings].map(([id, reference]) => ({ event: "meeting.minutesOpened", subject: { type: "meeting", id, reference, forumId }, particulars: {} })),
  };
}
