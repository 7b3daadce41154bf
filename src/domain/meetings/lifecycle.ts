import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { MeetingState } from "../kernel/enums.ts";
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
  /** Opened below its quorum: it decides nothing (rule 4). */
  discussionOnly: boolean;
};

/** Takes the meeting for this transaction. Out of sight reads as not found. */
export async function lockMeeting(tx: Tx, reference: string): Promise<HeldMeeting> {
  // FOR UPDATE also asks the update policy, so only the chair's office can hold the lock; others take it by lockMeetingToJoin
  const rows = await tx.$queryRaw<HeldMeeting[]>`
    select id, forum_id as "forumId", reference, state, version, starts_at as "startsAt", doors_opened_at as "doorsOpenedAt", limit_minutes as "limitMinutes", discussion_only as "discussionOnly"
    from meetings where reference = ${reference} for update`;
  return orNotFound(rows[0]);
}

/** Only for a meeting this transaction holds. */
export async function moveMeeting(tx: Tx, partnershipId: string, held: HeldMeeting, to: MeetingState, data: Prisma.MeetingUncheckedUpdateInput) {
  const legal: readonly MeetingState[] = meetingMoves[held.state];
  if (!legal.includes(to)) refuse("meeting.notInThisState", { state: held.state });
  await tx.meeting.update({ where: { partnershipId_id: { partnershipId, id: held.id } }, data: { ...data, state: to, version: { increment: 1 } } });
}

export type JoinedMeeting = Pick<HeldMeeting, "id" | "forumId" | "reference" | "state" | "startsAt" | "doorsOpenedAt">;

/** Holds a meeting in its state for this transaction, for anybody who sees it. Others may hold it too: only its next move waits. */
export async function lockMeetingToJoin(tx: Tx, reference: string): Promise<JoinedMeeting> {
  const rows = await tx.$queryRaw<JoinedMeeting[]>`
    select id, forum_id as "forumId", reference, state, starts_at as "startsAt", doors_opened_at as "doorsOpenedAt" from app.hold_meeting(${reference})`;
  return orNotFound(rows[0]);
}
