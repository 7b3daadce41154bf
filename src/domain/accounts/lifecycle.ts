import { randomUUID } from "node:crypto";
import { beforeSignIn } from "@/platform/db/client.ts";

/** A session or step to be opened: the hash of the reference that its cookie carries, and what kind of browser asks. */
export type Opening = { hash: Buffer; device: string; requestId: string };
export type StepNeeds = "code" | "set_up";
/** What signing in came to. A password alone opens only a step for whoever has a second factor or must have one. */
export type Entered = { kind: "session"; id: string } | { kind: "step"; needs: StepNeeds };

/** Opens a session for what was shown; null where the database doesn't let this person in by it. */
export async function openSession(personId: string, { hash, device, requestId }: Opening, how: "password" | "organisation" | "demonstration", now: Date): Promise<string | null> {
  const sessionId = randomUUID();
  const rows = await beforeSignIn.query<{ opened: boolean }[]>`
    select app.open_session(${personId}::uuid, ${sessionId}::uuid, ${hash}, ${now}::timestamptz, ${how}, ${device}, ${requestId}) as opened`;
  return rows[0]?.opened ? sessionId : null;
}

/** What a right password opens. */
export async function enterByPassword(personId: string, opening: Opening, now: Date): Promise<Entered | null> {
  const id = await openSession(personId, opening, "password", now);
  if (id) return { kind: "session", id };
  const [step] = await beforeSignIn.query<{ needs: StepNeeds | null }[]>`select app.open_step(${personId}::uuid, ${opening.hash}, ${now}::timestamptz) as needs`;
  return step?.needs ? { kind: "step", needs: step.needs } : null;
}
