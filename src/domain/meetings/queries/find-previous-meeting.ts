import type { Tx } from "@/platform/db/client.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import type { OfMeeting } from "./list-agenda.ts";

export type PreviousMeeting = { id: string; reference: string; state: MeetingState; startsAt: Date; closedAt: Date };

/** The forum's last meeting that was held before this one: whose minutes it confirms. */
export async function findPreviousMeeting(tx: Tx, meeting: Pick<OfMeeting, "forumId" | "startsAt">): Promise<PreviousMeeting | null> {
  const rows = await tx.$queryRaw<PreviousMeeting[]>`
    select id, reference, state, starts_at as "startsAt", closed_at as "closedAt" from meetings
    where forum_id = ${meeting.forumId}::uuid and closed_at is not null and starts_at < ${meeting.startsAt}::timestamptz order by starts_at desc limit 1`;
  return rows[0] ?? null;
}
