import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { sessionEnds } from "../../session-ends.ts";
import { requestId, sessionHash } from "../../actor.ts";

async function answer(active: boolean) {
  const hash = await sessionHash();
  const session = hash && (await readSession(hash, await requestId(), new Date(), active));
  return session ? Response.json(sessionEnds(session)) : Response.json(null, { status: 401 });
}

/** When this session ends, for the page that warns of it. Asking is nobody's act, and keeps nothing open. */
export const GET = () => answer(false);
/** "Stay signed in": an act of the person, sent from a page of ours. */
export const POST = () => answer(true);
