import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** Minutes that a board receives: whose, which and of when. */
export type Received = {
  id: string;
  body: string;
  reference: string;
  heldOn: Day;
  /** Of a forum of the partnership. */
  confirmedOn: Day | null;
  /** The reader sits on that forum or serves it: they read its minutes there, as far as they may. */
  leads: boolean;
};

/** What stands before these items, by item: for whoever sits on the board, once its agenda is out. */
export async function listReceived(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Received[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Received & { itemId: string })[]>`
    select r.item_id as "itemId", r.id, r.body, r.reference, r.held_on::text as "heldOn", r.confirmed_on::text as "confirmedOn", m.id is not null as leads
    from received_minutes r left join meetings m on m.partnership_id = r.partnership_id and m.id = r.source_meeting_id
    where r.item_id = any(${[...itemIds]}::uuid[]) and r.withdrawn_at is null order by r.body, r.held_on, r.added_at`;
  return new Map(itemIds.map((id) => [id, rows.filter(({ itemId }) => itemId === id).map(({ itemId: _, ...received }) => received)]));
}

export type ToReceive = { meetingId: string; body: string; reference: string; heldOn: Day };
/** What the board's office can put before it: confirmed minutes of the forums that hand up to it. */
export const listToReceive = (tx: Tx, forumId: string) =>
  tx.$queryRaw<ToReceive[]>`select meeting_id as "meetingId", body, reference, held_on::text as "heldOn" from app.minutes_to_receive(${forumId}::uuid)`;
