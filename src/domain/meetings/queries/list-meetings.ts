import { dayOf } from "../../kernel/dates.ts";
import type { MeetingKind, MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type ListedMeeting = {
  reference: string;
  forum: string;
  kind: MeetingKind;
  state: MeetingState;
  /** Still ahead, and not yet sure. */
  provisional: boolean;
  startsAt: Date;
  place: string;
  limitMinutes: number;
  signedByMe: boolean;
};

const size = 25;

/** The meetings of the forums a person sits on or serves: those to come by date, those held the latest first. `forum` is a code. */
export const listMeetings = view(async ({ tx, standing, now, may }, { forum, page }: { forum: string | null; page: number }) => {
  const rows = await tx.$queryRaw<(ListedMeeting & { isPast: boolean; total: number })[]>`
    with listed as (
      select m.reference, f.name as forum, m.kind, m.state, m.provisional and m.state in ('scheduled', 'published') as provisional, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes",
        exists (select 1 from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = (select app.person())) as "signedByMe",
        m.state not in ('scheduled', 'published', 'in_session') as "isPast"
      from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
      where ${forum}::text is null or f.code = ${forum})
    (select *, 0 as total from listed where not "isPast" order by "startsAt", reference)
    union all
    (select *, count(*) over ()::int as total from listed where "isPast" order by "startsAt" desc, reference limit ${size} offset ${(page - 1) * size})`;
  const forums = await tx.$queryRaw<{ id: string; code: string; name: string }[]>`
    select id, code, name from forums where id = any((select app.forums_seen())::uuid[]) order by code`;
  const listed = (isPast: boolean): ListedMeeting[] => rows.filter((row) => row.isPast === isPast).map(({ isPast: _, total: __, ...row }) => row);
  const total = rows.find((row) => row.isPast)?.total ?? 0;
  return {
    forums: forums.map(({ code, name }) => ({ code, name })),
    today: dayOf(now),
    upcoming: listed(false),
    past: listed(true),
    total,
    pages: Math.max(1, Math.ceil(total / size)),
    /** Somebody who sits on no forum and serves none has no meetings at all. */
    sits: standing.present && forums.length > 0,
    allowed: { schedule: forums.some(({ id }) => may("meeting.schedule", { forumId: id })) },
  };
});
