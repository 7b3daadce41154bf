import type { Day } from "../../kernel/dates.ts";
import type { EscalationState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { outsideSide } from "../outside.ts";
import { subjectOf } from "../lifecycle.ts";

/** What was handed to another board, for its secretary: the words that were meant for that board, and where it stands there. Of the case, of who sent it and of what the forum does nothing. */
export type Handed = { reference: string; title: string; version: number; state: EscalationState; forum: string; board: string; listBy: Day; receivedOn: Day | null; listedOn: Day | null; listedAs: string | null; asked: string; given: string; tried: string };

type Row = Handed & { id: string; forumId: string };

/** By the id that a one-time route carries; null for anybody but that board's secretary, and once there is nothing for them to say. Reading it is on the trail. */
export const viewHanded = view(async ({ tx, actor, record }, id: string): Promise<Handed | null> => {
  const [row] = await tx.$queryRaw<Row[]>`
    select e.id, e.forum_id as "forumId", e.reference, e.title, e.version, e.state, f.name as forum, x.name as board, e.list_by::text as "listBy", (e.received_at at time zone 'Europe/London')::date::text as "receivedOn",
      e.listed_on::text as "listedOn", e.listed_as as "listedAs", k.asked, k.given, k.tried
    from escalations e join forums f on f.partnership_id = e.partnership_id and f.id = e.forum_id join external_boards x on x.partnership_id = e.partnership_id and x.id = e.external_board_id
      join escalation_contents k on k.partnership_id = e.partnership_id and k.escalation_id = e.id
    where e.id = ${id}::uuid and e.holder_id = ${actor.personId}::uuid and e.state in ('sent', 'received', 'listed')`;
  if (!row) return null;
  const { id: _, forumId, ...handed } = row;
  record({ event: "escalation.opened", subject: subjectOf(row, outsideSide({ forumId })), particulars: {} });
  return handed;
});
