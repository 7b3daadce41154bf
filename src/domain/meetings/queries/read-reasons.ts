import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import type { Day } from "../../kernel/dates.ts";
import type { PutOff } from "./list-agenda.ts";

/** Why an item was put off at a meeting, and until what is there or from when on; null for whoever may not read that minute. */
export type PutOffBecause = Omit<PutOff, "itemId"> & { why: string | null; untilWhat: string | null; untilOn: Day | null };

/** Why items were put off, chain by chain: words of earlier minutes, for whoever may read those. Reading them is kept. */
export async function readReasons(tx: Tx, forumId: string, chains: readonly (readonly PutOff[])[]): Promise<{ because: (chain: readonly PutOff[]) => PutOffBecause[]; events: Recorded[] }> {
  const ids = chains.flatMap((chain) => chain.map(({ itemId }) => itemId));
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<{ itemId: string; why: string; untilWhat: string | null; untilOn: Day | null; meetingId: string; meeting: string }[]>`
    select i.id as "itemId", coalesce(d.why, n.decision_reason) as why, d.until_what as "untilWhat", d.until_on::text as "untilOn", m.id as "meetingId", m.reference as meeting
    from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      left join minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id left join deferrals d on d.partnership_id = i.partnership_id and d.item_id = i.id
    where i.id = any(${ids}::uuid[]) and coalesce(d.why, n.decision_reason) is not null`;
  const meetings = new Map(rows.map(({ meetingId, meeting }) => [meetingId, meeting]));
  return {
    because: (chain) => chain.map(({ itemId, meeting, month }) => {
      const { why = null, untilWhat = null, untilOn = null } = rows.find((row) => row.itemId === itemId) ?? {};
      return { meeting, month, why, untilWhat, untilOn };
    }),
    events: [...meetings].map(([id, reference]) => ({ event: "meeting.minutesOpened", subject: { type: "meeting", id, reference, forumId }, particulars: {} })),
  };
}
