import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";

/** Whether the forum's chair of that day is recorded in apologies or absent at this meeting: then the deputy acts for them (rule 9). */
export async function chairAbsent(tx: Tx, meeting: { id: string; forumId: string }, today: Day): Promise<boolean> {
  const rows = await tx.$queryRaw<{ absent: boolean }[]>`
    select exists (select 1 from appointments a join attendances t on t.partnership_id = a.partnership_id and t.person_id = a.person_id
      where a.forum_id = ${meeting.forumId}::uuid and a.office = 'chair' and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity')
        and t.meeting_id = ${meeting.id}::uuid and t.status <> 'present') as absent`;
  return rows[0]?.absent ?? false;
}

/** Whether the forum's chair of today is recused from a case, or from an item that has none: what is done on it is then the deputy's (rule 8). */
export async function chairRecused(tx: Tx, { caseId, itemId }: { caseId: string | null; itemId: string | null }): Promise<boolean> {
  const rows = await tx.$queryRaw<{ recused: boolean | null }[]>`
    select case when ${caseId}::uuid is not null then app.chair_recused_from(${caseId}::uuid) else app.chair_recused_from_item(${itemId}::uuid) end as recused`;
  return rows[0]?.recused ?? false;
}

/** Whether the chair is recused from an item of a meeting: what is shut to whoever closes it, somebody else concludes. `silently`: the actor is kept from an item that they aren't told of. */
export async function recusedAt(tx: Tx, meetingId: string): Promise<{ chair: boolean; silently: boolean }> {
  // an item that is silently shut closes up in the numbering
  const rows = await tx.$queryRaw<{ chair: boolean; silently: boolean }[]>`
    select app.chair_recused(${meetingId}::uuid, null) as chair, app.number_of_item(${meetingId}::uuid, 100000) < 100000 as silently`;
  return rows[0] ?? { chair: false, silently: false };
}
