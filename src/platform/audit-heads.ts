import "server-only";
import { appendFile, open } from "node:fs/promises";
import { auditHeads } from "./db/client.ts";
import { log } from "./log.ts";

/** The head of a partnership's audit as it was written down outside the database: whoever cuts or rewrites the chain there can't make it fit here. */
export type HeadWritten = { partnership: string; seq: number; hash: string; at: string };

const file = (): string | undefined => process.env.AUDIT_HEAD_FILE;
const everyMinutes = (): number => Number(process.env.AUDIT_HEAD_MINUTES) || 60;
// the newest lines of all partnerships, and more
const tail = 64 * 1024;

/** Adds the head of every chain to the file named by AUDIT_HEAD_FILE, a line each; nothing where none is named. */
export async function writeHeads(now = new Date()): Promise<void> {
  const to = file();
  if (!to) return;
  const lines = (await auditHeads()).map((head): string => JSON.stringify({ ...head, at: now.toISOString() } satisfies HeadWritten));
  if (lines.length > 0) await appendFile(to, `${lines.join("\n")}\n`, { mode: 0o600, flush: true });
}

/** Writes the heads now and every hour (AUDIT_HEAD_MINUTES). That it failed is in the log and on the desk, and stops nothing else. */
export function keepWritingHeads(): void {
  if (!file()) return;
  const write = () => void writeHeads().catch((error: NodeJS.ErrnoException) => log.warn({ code: error.code }, "the head of the audit was not written outside"));
  write();
  setInterval(write, everyMinutes() * 60_000).unref();
}

/** The newest head of a partnership in the file; null where none was written yet. */
export async function lastHeadWritten(partnership: string): Promise<HeadWritten | null> {
  const from = file();
  const handle = from && (await open(from).catch(() => undefined));
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, tail);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString("utf8").split("\n").filter((line) => line.includes(`"partnership":"${partnership}"`) && line.endsWith("}"));
    const last = lines.at(-1);
    return last?.startsWith("{") ? (JSON.parse(last) as HeadWritten) : null;
  } finally {
    await handle.close();
  }
}
