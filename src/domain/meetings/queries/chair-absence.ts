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
