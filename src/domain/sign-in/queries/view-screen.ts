import { rotatingCode } from "@/platform/auth/rotating-code.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import { takesSignatures } from "../../meetings/lifecycle.ts";
import { view } from "../../view.ts";

export type Screen = { reference: string; forum: string; startsAt: Date; place: string; limitMinutes: number; signed: number; guests: number; expected: number; code: string | null; seconds: number };

/** What hangs on the wall of the room: the code of this minute and how many have signed, nobody's name. For the chair's office; null for anybody else. */
export const viewScreen = view(async ({ tx, now, may }, { reference }: { reference: string }): Promise<Screen | null> => {
  const [found] = await tx.$queryRaw<(Omit<Screen, "expected" | "code" | "seconds"> & { id: string; forumId: string; state: MeetingState; doorsOpenedAt: Date | null })[]>`
    select m.id, m.forum_id as "forumId", m.state, m.doors_opened_at as "doorsOpenedAt", m.reference, f.name as forum, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes",
      (select count(*)::int from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id) as signed,
      (select count(*)::int from guest_sign_ins g where g.partnership_id = m.partnership_id and g.meeting_id = m.id) as guests
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  if (!found || !may("register.keep", { forumId: found.forumId })) return null;
  const { id, forumId, state, doorsOpenedAt, ...shown } = found;
  const code = takesSignatures({ state, doorsOpenedAt }) ? rotatingCode(id, now) : null;
  return { ...shown, expected: (await listSeats(tx, forumId, dayOf(now))).length, code, seconds: 60 - now.getUTCSeconds() };
});
