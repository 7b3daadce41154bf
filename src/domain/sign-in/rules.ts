import type { MeetingState } from "../kernel/enums.ts";
import type { Actor, Standing } from "../kernel/actor.ts";

/** The agencies that a person may sign for at a forum: those of their seats, or, in the chair's office without a seat, their own. */
export function agenciesOf(standing: Standing, actor: Pick<Actor, "agencyId">, forumId: string): { agencyId: string; represents: string | null; commits: boolean }[] {
  const seats = standing.memberships.filter((seat) => seat.forumId === forumId);
  if (seats.length > 0) return seats.map(({ agencyId, represents, commits }) => ({ agencyId, represents, commits }));
  return standing.appointments.some((office) => office.forumId === forumId) ? [{ agencyId: actor.agencyId, represents: null, commits: true }] : [];
}

/** What was signed on paper is entered from the opening of the doors until the minutes are sent. */
export const takesSheet = ({ state, doorsOpenedAt }: { state: MeetingState; doorsOpenedAt: Date | null }): boolean =>
  doorsOpenedAt !== null && (state === "published" || state === "in_session" || state === "closed");

/** So many minutes after the meeting opened; null for whoever was there in time. */
export const minutesLate = (signedAt: Date, openedAt: Date | null): number | null => {
  const minutes = openedAt ? Math.floor((signedAt.getTime() - openedAt.getTime()) / 60_000) : 0;
  return minutes > 0 ? minutes : null;
};
