import "server-only";
import pg from "pg";
import { log } from "../log.ts";

type Listener = () => void;

const channel = "casemoot_room";
const again = 1_000;

/** Who waits in this process, by meeting. Kept across the development server's reloads, like the pool. */
const kept = globalThis as unknown as { casemootRooms?: { listeners: Map<string, Set<Listener>>; connected: boolean } };
const rooms: NonNullable<typeof kept.casemootRooms> = (kept.casemootRooms ??= { listeners: new Map(), connected: false });

/**
 * Tells whenever something was written at a meeting, by whichever process: PostgreSQL says that it was, never what. One connection a
 * process hears for everybody; after it was lost everybody is told, since nobody knows what was missed. Answers how to stop.
 */
export function onChangeAt(meetingId: string, tell: Listener): () => void {
  const waiting = rooms.listeners.get(meetingId) ?? new Set();
  rooms.listeners.set(meetingId, waiting.add(tell));
  if (!rooms.connected) void listen();
  return () => {
    waiting.delete(tell);
    if (waiting.size === 0) rooms.listeners.delete(meetingId);
  };
}

async function listen(): Promise<void> {
  rooms.connected = true;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 10_000, application_name: "casemoot live", keepAlive: true });
  const lost = () => {
    client.removeAllListeners();
    client.on("error", () => {});
    void client.end().catch(() => {});
    log.warn("the connection that hears of changes was lost");
    setTimeout(() => void listen().then(tellEverybody), again).unref();
  };
  try {
    await client.connect();
    client.on("notification", ({ payload }) => tellRoom(payload ?? ""));
    client.once("error", lost).once("end", lost);
    await client.query(`listen ${channel}`);
  } catch {
    lost();
  }
}

const tellRoom = (meetingId: string) => rooms.listeners.get(meetingId)?.forEach((tell) => tell());
const tellEverybody = () => rooms.listeners.forEach((waiting) => waiting.forEach((tell) => tell()));
