import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { RecusedFrom } from "../../meetings/queries/list-agenda.ts";

/** An item that is shut to the reader, who is openly recused: its place and reference, and whether somebody else concluded it. Nothing else of it. */
export type ShutItem = RecusedFrom & { number: number; concluded: boolean };
export const listShutItems = (tx: Tx, meetingId: string): Promise<ShutItem[]> =>
  tx.$queryRaw<ShutItem[]>`
    select app.number_of_item(${meetingId}::uuid, r.place) as number, r.reference, r.kind, r.title, c.concluded
    from app.recused_items(${meetingId}::uuid) r join app.recused_items_concluded(${meetingId}::uuid) c on c.item_id = r.item_id order by r.place`;

/** An item that the reader sees and the chair or deputy doesn't: one of them concludes it for the other. */
export type ItemToConclude = { id: string; version: number; caseId: string | null; recused: "chair" | "deputy"; concluded: boolean };
export const listToConclude = (tx: Tx, meeting: { id: string; forumId: string }, today: Day): Promise<ItemToConclude[]> =>
  tx.$queryRaw<ItemToConclude[]>`
    select i.id, i.version, i.case_id as "caseId", shut.office as recused,
      i.concluded_at is not null and not exists (select 1 from actions a where a.partnership_id = i.partnership_id and a.item_id = i.id and a.state = 'recorded') as concluded
    from agenda_items i cross join lateral (
      select a.office from appointments a join recusals r on r.partnership_id = a.partnership_id and r.person_id = a.person_id and (r.case_id = i.case_id or i.id = any(app.matter_of(r.item_id)))
      where a.forum_id = i.forum_id and a.office in ('chair', 'deputy') and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')
        and a.person_id <> (select app.person()) and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)
      order by a.office limit 1) shut
    where i.meeting_id = ${meeting.id}::uuid and i.forum_id = ${meeting.forumId}::uuid order by i.position`;
