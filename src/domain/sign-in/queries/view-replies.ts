import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { AttendanceStatus, MeetingReplyKind, MeetingState } from "../../kernel/enums.ts";
import { takesReplies } from "../../meetings/lifecycle.ts";
import { view } from "../../view.ts";
import { agenciesOf } from "../rules.ts";

/** What is known of somebody before a meeting: their reply, or what the register says since. */
export type Expected = MeetingReplyKind | "signed" | "absent" | "unknown";
export type Reply = { reply: MeetingReplyKind; information: string | null; deputy: string | null; deputyCommits: boolean | null; repliedAt: Date };
export type ReplyLine = { personId: string; name: string; agency: string; expected: Expected; information: string | null; deputy: string | null; deputyCommits: boolean | null };

type MeetingRow = { id: string; forumId: string; reference: string; forum: string; state: MeetingState; startsAt: Date; place: string; limitMinutes: number; signed: boolean };
type Kept = Reply & { personId: string };

/**
 * What the person replied to the invitation to a meeting, and may reply still. Who comes and who doesn't, with what they sent word of, is
 * for the chair's office alone.
 */
export const viewReplies = view(async ({ tx, actor, standing, now, may }, { reference }: { reference: string }) => {
  const rows = await tx.$queryRaw<MeetingRow[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes",
      exists (select 1 from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = app.person()) as signed
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, signed, ...shown } = meeting;
  const agencyId = agenciesOf(standing, actor, forumId)[0]?.agencyId ?? actor.agencyId;
  const isOffice = may("register.recordAbsence", { forumId });
  const [replies, attendances, seats, colleagues] = await together(tx, (at) => [
    listReplies(at, id),
    isOffice ? listAttendances(at, id) : [],
    isOffice ? listSeats(at, forumId, dayOf(now)) : [],
    listColleagues(at, agencyId, actor.personId),
  ]);
  const mine = replies.find((reply) => reply.personId === actor.personId) ?? null;
  return {
    ...shown,
    mine,
    colleagues,
    lines: isOffice && takesReplies(meeting) ? seats.map((seat) => lineOf(seat, replies, attendances)) : null,
    allowed: { reply: !signed && takesReplies(meeting) && may("register.reply", { forumId }) },
  };
});

export type Replies = NonNullable<Awaited<ReturnType<typeof viewReplies>>>;

type Attended = { personId: string; status: AttendanceStatus };
/** The register knows better than a reply: a signature, or what the office recorded. */
function lineOf({ personId, name, agency }: { personId: string; name: string; agency: string }, replies: Kept[], attendances: Attended[]): ReplyLine {
  const reply = replies.find((each) => each.personId === personId);
  const status = attendances.find((each) => each.personId === personId)?.status;
  const said: Expected = reply?.reply ?? "unknown";
  const expected = status === undefined ? said : status === "present" ? "signed" : said === "deputy" && status !== "absent" ? "deputy" : status;
  return { personId, name, agency, expected, information: reply?.information ?? null, deputy: reply?.deputy ?? null, deputyCommits: reply?.deputyCommits ?? null };
}

const listReplies = (tx: Tx, meetingId: string) => tx.$queryRaw<Kept[]>`
  select r.person_id as "personId", r.reply, r.information, coalesce((select concat_ws(' ', p.style, p.name) from people p where p.partnership_id = r.partnership_id and p.id = r.deputy_id), r.deputy_name) as deputy,
    r.deputy_commits as "deputyCommits", r.replied_at as "repliedAt"
  from meeting_replies r where r.meeting_id = ${meetingId}::uuid`;

const listAttendances = (tx: Tx, meetingId: string) => tx.$queryRaw<Attended[]>`select person_id as "personId", status from attendances where meeting_id = ${meetingId}::uuid`;

const listColleagues = (tx: Tx, agencyId: string, personId: string) => tx.$queryRaw<{ personId: string; name: string }[]>`
  select id as "personId", concat_ws(' ', style, name) as name from people where agency_id = ${agencyId}::uuid and id <> ${personId}::uuid and left_at is null order by people.name limit 200`;
