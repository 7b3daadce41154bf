import { randomUUID } from "node:crypto";
import type { Prisma, Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../kernel/dates.ts";
import type { MeetingChangeKind, MeetingKind, MeetingState } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";

/** What may follow what (rule 5). Drawn in docs/generated/lifecycles.md. */
export const meetingMoves = {
  scheduled: ["published", "cancelled"],
  published: ["in_session", "cancelled"],
  in_session: ["closed"],
  closed: ["circulated"],
  circulated: ["confirmed"],
  confirmed: [],
  cancelled: [],
} as const satisfies Record<MeetingState, readonly MeetingState[]>;

/** Rule 7: the register is signed from the opening of the doors to the closing of the meeting; who comes late signs late. */
export const takesSignatures = (meeting: { state: MeetingState; doorsOpenedAt: Date | null }): boolean =>
  meeting.doorsOpenedAt !== null && (meeting.state === "published" || meeting.state === "in_session");
/** Rule 7: an agency's named contact signs in advance from the publication of the agenda to the start. */
export const takesAdvanceSignatures = ({ state, startsAt }: { state: MeetingState; startsAt: Date }, now: Date): boolean => state === "published" && now < startsAt;
/** Replies are taken, and absences recorded, from the day a meeting is scheduled until it closes. */
export const takesReplies = ({ state }: { state: MeetingState }): boolean => state === "scheduled" || state === "published" || state === "in_session";

export type HeldMeeting = {
  id: string;
  forumId: string;
  reference: string;
  state: MeetingState;
  version: number;
  startsAt: Date;
  doorsOpenedAt: Date | null;
  limitMinutes: number;
  place: string;
  provisional: boolean;
  sequence: number;
  /** Opened below its quorum: it decides nothing (rule 4). */
  discussionOnly: boolean;
};

/** Takes the meeting for this transaction. Out of sight reads as not found. */
export async function lockMeeting(tx: Tx, reference: string): Promise<HeldMeeting> {
  // FOR UPDATE also asks the update policy, so only the chair's office can hold the lock; others take it by lockMeetingToJoin
  const rows = await tx.$queryRaw<HeldMeeting[]>`
    select id, forum_id as "forumId", reference, state, version, starts_at as "startsAt", doors_opened_at as "doorsOpenedAt", limit_minutes as "limitMinutes", place, provisional, sequence, discussion_only as "discussionOnly"
    from meetings where reference = ${reference} for update`;
  return orNotFound(rows[0]);
}

/** Only for a meeting this transaction holds. */
export async function moveMeeting(tx: Tx, partnershipId: string, held: HeldMeeting, to: MeetingState, data: Prisma.MeetingUncheckedUpdateInput) {
  const legal: readonly MeetingState[] = meetingMoves[held.state];
  if (!legal.includes(to)) refuse("meeting.notInThisState", { state: held.state });
  await tx.meeting.update({ where: { partnershipId_id: { partnershipId, id: held.id } }, data: { ...data, state: to, version: { increment: 1 } } });
}

type New = { forum: { id: string; code: string }; kind: MeetingKind; startsAt: Date; place: string; limitMinutes: number; provisional: boolean };

/** Writes a meeting; null where the forum has an ordinary one in that month already. Hold the forum first, so that two never get one reference. */
export async function addMeeting(tx: Tx, partnershipId: string, { forum, ...meeting }: New): Promise<{ id: string; reference: string } | null> {
  const reference = await referenceFor(tx, forum, meeting.kind, dayOf(meeting.startsAt));
  if (reference === null) return null;
  const id = randomUUID();
  await tx.meeting.create({ data: { id, partnershipId, forumId: forum.id, reference, ...meeting }, select: { id: true } });
  return { id, reference };
}

/** Two who schedule at once are asked one after the other. */
export const holdForum = (tx: Tx, forumId: string) => tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${forumId}, 0))`;

/** CEN-2026-11; the first extraordinary one of that month CEN-2026-11-X1. A moved meeting keeps its own. */
async function referenceFor(tx: Tx, forum: New["forum"], kind: MeetingKind, on: Day): Promise<string | null> {
  const month = `${forum.code}-${on.slice(0, 7)}`;
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    select reference from meetings where forum_id = ${forum.id}::uuid and (reference = ${month} or starts_with(reference, ${`${month}-X`}))`;
  if (kind === "extraordinary") return `${month}-X${rows.filter((row) => row.reference !== month).length + 1}`;
  return rows.some((row) => row.reference === month) ? null : month;
}

type Change = { kind: MeetingChangeKind; to: { startsAt: Date; place: string } | null; reason: string; by: string; now: Date };

/** Keeps that the date of a meeting was changed, and why; its entry in everybody's calendar goes one version on. Answers that version. */
export async function changeDate(tx: Tx, partnershipId: string, held: HeldMeeting, { kind, to, reason, by, now }: Change): Promise<number> {
  const { id: meetingId, forumId, startsAt: fromStartsAt, place: fromPlace } = held;
  const change = { id: randomUUID(), partnershipId, forumId, meetingId, kind, fromStartsAt, fromPlace, toStartsAt: to?.startsAt ?? null, toPlace: to?.place ?? null };
  await tx.meetingChange.create({ data: { ...change, reason, changedById: by, changedAt: now }, select: { id: true } });
  const sequence = held.sequence + 1;
  if (kind === "cancelled") await moveMeeting(tx, partnershipId, held, "cancelled", { cancelledAt: now, sequence });
  else {
    // doors that nobody has come through are shut again
    const data = kind === "made_sure" ? { provisional: false } : { ...to, doorsOpenedAt: null };
    await tx.meeting.update({ where: { partnershipId_id: { partnershipId, id: meetingId } }, data: { ...data, sequence, version: { increment: 1 } }, select: { id: true } });
  }
  return sequence;
}

export type JoinedMeeting = Pick<HeldMeeting, "id" | "forumId" | "reference" | "state" | "startsAt" | "doorsOpenedAt">;

/** Holds a meeting in its state for this transaction, for anybody who sees it. Others may hold it too: only its next move waits. */
export async function lockMeetingToJoin(tx: Tx, reference: string): Promise<JoinedMeeting> {
  const rows = await tx.$queryRaw<JoinedMeeting[]>`
    select id, forum_id as "forumId", reference, state, starts_at as "startsAt", doors_opened_at as "doorsOpenedAt" from app.hold_meeting(${reference})`;
  return orNotFound(rows[0]);
}

/**
 * What the room parked and did not take up again is put off when the meeting closes: a case, a standing item and what is planned come back to the next
 * agenda by themselves, what somebody brought goes to the waiting list. Only for a meeting this transaction holds.
 */
export async function keepParked(tx: Tx, { partnershipId, personId }: { partnershipId: string; personId: string }, { id: meetingId, forumId }: HeldMeeting, now: Date): Promise<void> {
  const parked = await tx.agendaItem.findMany({ where: { partnershipId, meetingId, parkedAt: { not: null }, outcome: null } });
  for (const { id, kind, caseId, escalationId, plannedId, title, presenter, plannedMinutes, restricted } of parked) {
    await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId, id } }, data: { outcome: "deferred", decision: caseId === null ? null : "defer" }, select: { id: true } });
    if (caseId === null && escalationId === null && plannedId === null && title !== null) {
      const waits = { kind, title, presenter, plannedMinutes, restricted, fromItemId: id, waitingSince: now, addedById: personId };
      await tx.waitingItem.create({ data: { id: randomUUID(), partnershipId, forumId, ...waits }, select: { id: true } });
    }
  }
}
