import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import { momentInWords } from "../kernel/dates.ts";
import type { AttendanceStatus, SignInWay } from "../kernel/enums.ts";
import { refuse } from "../kernel/outcome.ts";
import type { Declaration } from "./queries/find-declaration.ts";

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

export const findSignature = (tx: Tx, meetingId: string, personId: string) => tx.signIn.findFirst({ where: { meetingId, personId }, select: { signedAt: true } });
/** Somebody signs once; whoever tries again is told when it was. */
export function refuseSecond(rule: "register.alreadySigned" | "register.theySigned", signed: { signedAt: Date } | null): void {
  if (signed) refuse(rule, { at: momentInWords(signed.signedAt) });
}

type Signing = { meeting: { id: string; forumId: string }; personId: string; agencyId: string; represents: string | null; commits: boolean; declaration: Declaration; way: SignInWay; signedAt: Date; now: Date };

/**
 * A signature on the register, with all that comes of it: they are present, and whoever sent apologies or a deputy and is here after all
 * takes that back; what they sent word of stays. Says who entered it, where that was somebody else. Null where one stands already.
 */
export async function writeSignature(tx: Tx, { partnershipId, personId: enteredBy }: Actor, { meeting, personId, agencyId, represents, commits, declaration, way, signedAt, now }: Signing): Promise<string | null> {
  const id = randomUUID();
  const { id: meetingId, forumId } = meeting;
  const enteredById = enteredBy === personId ? null : enteredBy;
  const { count } = await tx.signIn.createMany({
    data: [{ id, partnershipId, forumId, meetingId, personId, agencyId, represents, commits, declarationId: declaration.id, declarationHash: declaration.hash, signedAt, way, enteredById }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await recordAttendance(tx, { partnershipId, meeting, personId, agencyId, recordedById: enteredBy, now }, "present");
  await tx.meetingReply.updateMany({ where: { partnershipId, meetingId, personId, reply: { not: "coming" } }, data: { reply: "coming", deputyId: null, deputyName: null, deputyCommits: null, repliedAt: now } });
  return id;
}
