import type { Tx } from "@/platform/db/client.ts";
import type { MeetingChangeKind, MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

/** What became of the date of a meeting, and why. Kept with it for good. */
export type DateChange = { kind: MeetingChangeKind; fromStartsAt: Date; toStartsAt: Date | null; fromPlace: string; toPlace: string | null; reason: string; by: string; changedAt: Date };
type MeetingRow = { id: string; forumId: string; reference: string; forum: string; state: MeetingState; startsAt: Date; place: string; limitMinutes: number; provisional: boolean; version: number; signed: boolean };

/** The date of a meeting: whether it is sure, how it came to be, the latest change first, and what the person may change of it. */
export const viewChanges = view(async ({ tx, may }, { reference }: { reference: string }) => {
  const rows = await tx.$queryRaw<MeetingRow[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes", m.provisional, m.version,
      exists (select 1 from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id) as signed
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, signed, ...shown } = meeting;
  const isAhead = shown.state === "scheduled" || shown.state === "published";
  const reschedule = isAhead && may("meeting.reschedule", { forumId });
  return { ...shown, changes: await listChanges(tx, id), allowed: { reschedule: reschedule && !signed, makeSure: reschedule && shown.provisional, cancel: isAhead && may("meeting.cancel", { forumId }) } };
});

export type Changes = NonNullable<Awaited<ReturnType<typeof viewChanges>>>;

const listChanges = (tx: Tx, meetingId: string) => tx.$queryRaw<DateChange[]>`
  select c.kind, c.from_starts_at as "fromStartsAt", c.to_starts_at as "toStartsAt", c.from_place as "fromPlace", c.to_place as "toPlace", c.reason, concat_ws(' ', p.style, p.name) as by, c.changed_at as "changedAt"
  from meeting_changes c join people p on p.partnership_id = c.partnership_id and p.id = c.changed_by_id where c.meeting_id = ${meetingId}::uuid order by c.changed_at desc`;
