import "server-only";
import pg from "pg";
import { log } from "../log.ts";

/** Whose act it was, and on which case and item, where there is one: known between the processes, and told to nobody. */
export type Change = { by: string | null; caseId: string | null; itemId: string | null };
/** Null: changes may have been missed. */
type Listener = (change: Change | null) => void;

const channel = "casemoot_room";
const again = 1_000;

/** Who waits in this process, by meeting. Kept across the development server's reloads, like the pool. */
const kept = globalThis as unknown as { casemootRooms?: { listeners: Map<string, Set<Listener>>; hears?: Promise<boolean> } };
const rooms: NonNullable<typeof kept.casemootRooms> = (kept.casemootRooms ??= { listeners: new Map() });

/**
 * Tells whenever something was written at a meeting, by whichever process: PostgreSQL says that it was, never what. One connection a
 * process hears for everybody; after it was lost everybody is told, since nobody knows what was missed. Answers how to stop, once it hears.
 */
export async function onChangeAt(meetingId: string, tell: Listener): Promise<() => void> {
  const waiting = rooms.listeners.get(meetingId) ?? new Set();
  rooms.listeners.set(meetingId, waiting.add(tell));
  await (rooms.hears ??= listen());
  return () => {
    waiting.delete(tell);
    if (waiting.size === 0) rooms.listeners.delete(meetingId);
  };
}

async function listen(): Promise<boolean> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 10_000, application_name: "casemoot live", keepAlive: true });
  const lost = () => {
    client.removeAllListeners();
    client.on("error", () => {});
    void client.end().catch(() => {});
    log.warn("the connection that hears of changes was lost");
    setTimeout(() => void listen().then((hears) => hears && tellEverybody()), again).unref();
  };
  try {
    await client.connect();
    client.on("notification", ({ payload }) => tellRoom(payload ?? ""));
    client.once("error", lost).once("end", lost);
    await client.query(`listen ${channel}`);
    return true;
  } catch {
    lost();
    return false;
  }
}

/** "meeting person case item", as app.tell_the_room puts them: "-" where there is none. */
function tellRoom(payload: string) {
  const [meetingId = "", ...said] = payload.split(" ");
  const [by = null, caseId = null, itemId = null] = said.map((one) => (one === "-" ? null : one));
  rooms.listeners.get(meetingId)?.forEach((tell) => tell({ by, caseId, itemId }));
}
const tellEverybody = () => rooms.listeners.forEach((waiting) => waiting.forEach((tell) => tell(null)));
