import type { Tx } from "@/platform/db/client.ts";

export type Decision = { itemId: string; meetingId: string; meeting: string };

/** The latest meeting that took a case, where it decided to step it down and no step-down rests on that yet. */
export async function findDecision(tx: Tx, caseId: string): Promise<Decision | null> {
  const rows = await tx.$queryRaw<(Decision & { steppedDown: boolean })[]>`
    select i.id as "itemId", m.id as "meetingId", m.reference as meeting, i.decision is not distinct from 'step_down' as "steppedDown"
    from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.case_id = ${caseId}::uuid and m.opened_at is not null and m.state <> 'cancelled' and i.decision is not null
      and not exists (select 1 from step_downs s where s.partnership_id = i.partnership_id and s.item_id = i.id)
    order by m.starts_at desc limit 1`;
  const [last] = rows;
  return last?.steppedDown ? { itemId: last.itemId, meetingId: last.meetingId, meeting: last.meeting } : null;
}

/** Whether a step-down that stands was signed on what was decided on this item. */
export async function restsOn(tx: Tx, itemId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ rests: boolean }[]>`select exists (select 1 from step_downs s where s.item_id = ${itemId}::uuid and s.ended_at is null) as rests`;
  return rows[0]?.rests ?? false;
}
