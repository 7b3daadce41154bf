import { forJobs } from "@/platform/db/client.ts";

/** Once a day: writes to the chair's office of each forum of what stands on no agenda within its time, and again each week; answers of how many. */
export async function remindOfEscalations(now: Date): Promise<number> {
  const [row] = await forJobs.query<{ many: number }[]>`select app.remind_of_escalations(${now}::timestamptz) as many`;
  return row?.many ?? 0;
}
