import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { AttendanceStatus } from "../kernel/enums.ts";

type Attending = { partnershipId: string; meeting: { id: string; forumId: string }; personId: string; agencyId: string; recordedById: string; now: Date };

/**
 * One person has one row at one meeting, so nobody is both present and in apologies (rule 5). Whoever signs becomes present, even from
 * apologies; nothing takes presence away again. Answers whether it was written.
 */
export async function recordAttendance(tx: Tx, { partnershipId, meeting, personId, agencyId, recordedById, now }: Attending, status: AttendanceStatus): Promise<boolean> {
  const written = await tx.$executeRaw`
    insert into attendances as a (id, partnership_id, forum_id, meeting_id, person_id, agency_id, status, recorded_by_id, recorded_at)
    values (${randomUUID()}::uuid, ${partnershipId}::uuid, ${meeting.forumId}::uuid, ${meeting.id}::uuid, ${personId}::uuid, ${agencyId}::uuid, ${status}::attendance_status, ${recordedById}::uuid, ${now})
    on conflict (partnership_id, meeting_id, person_id) do update
      set status = excluded.status, agency_id = excluded.agency_id, recorded_by_id = excluded.recorded_by_id, recorded_at = excluded.recorded_at
      where a.status <> 'present'`;
  return written === 1;
}

/** Takes back that somebody is not coming, where that stands; they are expected again. */
export const withdrawAbsence = (tx: Tx, meetingId: string, personId: string) => tx.$queryRaw`select app.withdraw_absence(${meetingId}::uuid, ${personId}::uuid)`;
