import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** An action of a meeting as it is said aloud. `heard`: null until it was read out as it stands, to this owner and for this day. */
export type ToReadOut = { id: string; reference: string; caseId: string | null; number: number; ownerId: string; owner: string; agency: string; dueOn: Day; wording: string | null; measure: string | null; heard: boolean | null };

/** What a meeting tasks people with, in the order of its agenda; without what was cancelled. */
export const listToReadOut = (tx: Tx, meetingId: string): Promise<ToReadOut[]> =>
  tx.$queryRaw<ToReadOut[]>`
    select a.id, a.reference, a.case_id as "caseId", app.number_of_item(i.meeting_id, i.position) as number, a.owner_id as "ownerId", concat_ws(' ', p.style, p.name) as owner, g.name as agency, a.due_on::text as "dueOn", w.wording, w.measure,
      (select r.heard from read_outs r where r.partnership_id = a.partnership_id and r.action_id = a.id and r.owner_id = a.owner_id and r.due_on = a.due_on order by r.read_at desc limit 1) as heard
    from actions a join agenda_items i on i.partnership_id = a.partnership_id and i.id = a.item_id
      join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
      left join action_wordings w on w.partnership_id = a.partnership_id and w.action_id = a.id
    where a.meeting_id = ${meetingId}::uuid and a.state <> 'cancelled' order by i.position, a.created_at, a.reference`;
