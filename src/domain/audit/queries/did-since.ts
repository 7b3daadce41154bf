import type { Tx } from "@/platform/db/client.ts";
import type { AuditEventName } from "../events.ts";

/** Whether the person themself is on the trail with the same act on the same thing since then: what goes on without a pause is kept once. */
export async function didSince(tx: Tx, event: AuditEventName, subjectId: string, since: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ did: boolean }[]>`select app.did_since(${event}, ${subjectId}::uuid, ${since}::timestamptz) as did`;
  return rows[0]?.did ?? false;
}
