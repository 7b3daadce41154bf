import type { Tx } from "@/platform/db/client.ts";
import { readGoingRound } from "../../cases/queries/going-round.ts";
import type { ItemToClose, Missing } from "../rules.ts";

/** The agenda in its order, with all that closing asks of it; the page before closing and the closing read the same. */
export async function listItemsToClose(tx: Tx, meetingId: string): Promise<ItemToClose[]> {
  const rows = await listItems(tx, meetingId);
  const goingRound = await readGoingRound(tx, rows.flatMap(({ caseId, isKeptUnsaid }) => (isKeptUnsaid && caseId ? [caseId] : [])));
  return rows.map(({ isKeptUnsaid, ...item }) => ({ ...item, goesRound: isKeptUnsaid && item.caseId !== null && goingRound.get(item.caseId)?.isGoing === true }));
}

const listItems = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<(Omit<ItemToClose, "goesRound"> & { isKeptUnsaid: boolean })[]>`
    select i.id, app.number_of_item(i.meeting_id, i.position) as number, i.kind, i.title, i.parked_at is not null and i.outcome is null as parked, i.outcome, i.decision, i.case_id as "caseId", c.reference as "caseReference", t.title as "caseTitle",
      case when i.case_id is null then 0 else (select count(*)::int from actions a where a.partnership_id = i.partnership_id and a.case_id = i.case_id and a.ended_at is null) end as "caseActions",
      regexp_count(coalesce(n.discussion, ''), '^[ \\t]*([-–•*][ \\t]*)?@[ \\t]*[[:alnum:]]', 1, 'n') as proposals,
      i.decision is not distinct from 'continue' and n.decision_reason is null as "isKeptUnsaid"
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      left join case_twins t on t.partnership_id = i.partnership_id and t.case_id = i.case_id
      left join minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id
    where i.meeting_id = ${meetingId}::uuid order by i.position`;

/** What is missing, as a refusal carries it. */
export const inFacts = (missing: Missing) => Object.fromEntries(Object.entries(missing).map(([what, numbers]) => [what, numbers.map(String)]));
