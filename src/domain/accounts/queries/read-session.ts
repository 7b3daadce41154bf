import { beforeSignIn } from "@/platform/db/client.ts";
import type { Actor } from "../../kernel/actor.ts";

/** An open session: who is behind it and how long it lasts. `needsSecondFactor`: an office that asks for one came after a sign-in by password alone; until it is set up nothing else is open. `unseen`: notices they have not seen. */
export type OpenSession = { actor: Actor; needsSecondFactor: boolean; idleEndsAt: Date; endsAt: Date; unseen: number };

/** The person behind a session's reference, while it lasts: read from the database at each request, so that an ended session or a leaver is out at the next click. */
export async function readSession(hash: Buffer, requestId: string, now = new Date(), active = true): Promise<OpenSession | null> {
  const [found] = await beforeSignIn.query<(Omit<Actor, "requestId"> & Omit<OpenSession, "actor">)[]>`
    select session_id as "sessionId", person_id as "personId", partnership_id as "partnershipId", partnership_name as "partnershipName", demonstration,
      name, style, agency_id as "agencyId", agency_name as "agencyName", sits, governs, administers,
      needs_second_factor as "needsSecondFactor", idle_ends_at as "idleEndsAt", ends_at as "endsAt", app.unseen_notices(person_id, ${now}::timestamptz) as unseen
    from app.read_session(${hash}, ${now}::timestamptz, ${active})`;
  if (!found) return null;
  const { needsSecondFactor, idleEndsAt, endsAt, unseen, ...actor } = found;
  return { actor: { ...actor, requestId }, needsSecondFactor, idleEndsAt, endsAt, unseen };
}
