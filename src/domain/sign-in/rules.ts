import type { Actor, Standing } from "../kernel/actor.ts";

/** The agencies that a person may sign for at a forum: those of their seats, or, in the chair's office without a seat, their own. */
export function agenciesOf(standing: Standing, actor: Pick<Actor, "agencyId">, forumId: string): { agencyId: string; represents: string | null; commits: boolean }[] {
  const seats = standing.memberships.filter((seat) => seat.forumId === forumId);
  if (seats.length > 0) return seats.map(({ agencyId, represents, commits }) => ({ agencyId, represents, commits }));
  return standing.appointments.some((office) => office.forumId === forumId) ? [{ agencyId: actor.agencyId, represents: null, commits: true }] : [];
}
