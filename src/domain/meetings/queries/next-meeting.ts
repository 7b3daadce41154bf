import type { Tx } from "@/platform/db/client.ts";
import type { AttendanceStatus, MeetingReplyKind, MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { totalMinutes } from "../rules.ts";
import { proposeAgendas } from "./propose-agenda.ts";

export type NextMeeting = {
  reference: string;
  forumId: string;
  forum: string;
  state: MeetingState;
  startsAt: Date;
  place: string;
  limitMinutes: number;
  doorsOpenedAt: Date | null;
  /** Until the start; less than 0 once it should have begun. */
  minutesUntil: number;
  items: number;
  agendaMinutes: number;
  signed: number;
  mySignedAt: Date | null;
  myStatus: AttendanceStatus | null;
  myReply: MeetingReplyKind | null;
};

/** The next meeting of each forum that the person sits on or serves, one in session first: for a home page, inside its transaction. */
export async function findNextMeetings(tx: Tx, now: Date): Promise<NextMeeting[]> {
  const rows = await tx.$queryRaw<(Omit<NextMeeting, "minutesUntil"> & { id: string })[]>`
    select * from (
      select distinct on (m.forum_id) m.id, m.reference, m.forum_id as "forumId", f.name as forum, m.state, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes", m.doors_opened_at as "doorsOpenedAt",
        (select count(*)::int from agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id) as items,
        (select coalesce(sum(i.planned_minutes), 0)::int from agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id) as "agendaMinutes",
        (select count(*)::int from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id) as signed,
        (select s.signed_at from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = (select app.person())) as "mySignedAt",
        (select a.status from attendances a where a.partnership_id = m.partnership_id and a.meeting_id = m.id and a.person_id = (select app.person())) as "myStatus",
        (select r.reply from meeting_replies r where r.partnership_id = m.partnership_id and r.meeting_id = m.id and r.person_id = (select app.person())) as "myReply"
      from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
      where m.state in ('scheduled', 'published', 'in_session')
      order by m.forum_id, (m.state = 'in_session') desc, m.starts_at) as nearest
    order by (state = 'in_session') desc, "startsAt", reference`;
  const drafts = await proposeAgendas(tx, rows.filter((row) => row.state === "scheduled"));
  return rows.map(({ id, ...row }) => {
    const draft = drafts.get(id);
    const agenda = draft ? { items: draft.length, agendaMinutes: totalMinutes(draft) } : {};
    return { ...row, ...agenda, minutesUntil: Math.round((row.startsAt.getTime() - now.getTime()) / 60_000) };
  });
}

export const nextMeetings = view(({ tx, now }, _: Record<never, never>) => findNextMeetings(tx, now));
