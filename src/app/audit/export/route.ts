import { notFound } from "next/navigation";
import { exportEvents } from "@/domain/audit/queries/export-events.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import { exportRows } from "@/wording/audit.ts";
import { requireActor } from "../../actor.ts";
import { csvFile } from "../../csv.ts";
import { readFilters } from "../read-filters.ts";

export const dynamic = "force-dynamic";

/** What the desk shows by these filters, all of it, as a file. Taking it away is on the trail. */
export async function GET(request: Request) {
  const actor = await requireActor();
  const { filters } = readFilters(Object.fromEntries(new URL(request.url).searchParams));
  const exported = await exportEvents(actor, filters);
  if (!exported) notFound();
  return csvFile(`audit-${dayOf(new Date())}`, exportRows(exported));
}
