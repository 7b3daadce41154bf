import { hashOf } from "@/platform/auth/one-time-secret.ts";
import { beforeSignIn } from "@/platform/db/client.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { RoutePurpose } from "../../kernel/enums.ts";

/** A route, and whose it is: an actor without a session, for the one act that the route is for and for nothing else. */
export type OpenRoute = { id: string; purpose: RoutePurpose; subjectId: string; needsCode: boolean; endsAt: Date; forum: string; actor: Actor };

type Row = { id: string; purpose: RoutePurpose; subjectId: string; needsCode: boolean; endsAt: Date; forum: string } & Pick<Actor, "personId" | "partnershipId" | "partnershipName" | "demonstration" | "name" | "style" | "agencyId" | "agencyName">;

/** A route that still opens something. Used, ended, withdrawn, tried too often and made up are all the same nothing. Reading changes nothing. */
export async function readRoute(secret: string, requestId: string, now = new Date()): Promise<OpenRoute | null> {
  const [row] = await beforeSignIn.query<Row[]>`
    select route_id as id, purpose::text as purpose, subject_id as "subjectId", needs_code as "needsCode", ends_at as "endsAt", forum_name as forum, person_id as "personId", partnership_id as "partnershipId",
      partnership_name as "partnershipName", demonstration, name, style, agency_id as "agencyId", agency_name as "agencyName" from app.read_route(${hashOf(secret)}, ${now}::timestamptz)`;
  if (!row) return null;
  const { id, purpose, subjectId, needsCode, endsAt, forum, ...person } = row;
  return { id, purpose, subjectId, needsCode, endsAt, forum, actor: { ...person, requestId, sessionId: id, sits: false, governs: false, administers: false } };
}
