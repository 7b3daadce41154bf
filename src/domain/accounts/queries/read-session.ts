import { beforeSignIn } from "@/platform/db/client.ts";
import type { Actor } from "../../kernel/actor.ts";

/** The person behind a session's reference, while it lasts: read from the database at each request, so that an ended session or a leaver is out at the next click. */
export async function readSession(hash: Buffer, requestId: string, now = new Date()): Promise<Actor | null> {
  const rows = await beforeSignIn.query<Omit<Actor, "requestId">[]>`
    select session_id as "sessionId", person_id as "personId", partnership_id as "partnershipId", partnership_name as "partnershipName", demonstration,
      name, style, agency_id as "agencyId", agency_name as "agencyName", sits, governs
    from app.read_session(${hash}, ${now}::timestamptz, true)`;
  return rows[0] ? { ...rows[0], requestId } : null;
}
