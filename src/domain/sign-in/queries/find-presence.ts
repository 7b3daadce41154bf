import type { Tx } from "@/platform/db/client.ts";

/** Whether somebody signed the register of a meeting, and since when they are out of the room, as far as the reader may know. */
export async function findPresence(tx: Tx, meetingId: string, personId: string): Promise<{ signed: boolean; outSince: Date | null }> {
  const rows = await tx.$queryRaw<{ signed: boolean; outSince: Date | null }[]>`
    select exists (select 1 from sign_ins s where s.meeting_id = ${meetingId}::uuid and s.person_id = ${personId}::uuid) as signed,
      (select max(d.left_at) from departures d where d.meeting_id = ${meetingId}::uuid and d.person_id = ${personId}::uuid and d.returned_at is null) as "outSince"`;
  return rows[0] ?? { signed: false, outSince: null };
}
