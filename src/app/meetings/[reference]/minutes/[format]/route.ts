import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { paperFile, watermarkOf } from "@/app/paper.ts";
import { readReference } from "@/app/read-reference.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { minutesPaper } from "../minutes-paper.ts";

export const dynamic = "force-dynamic";

/** The minutes, as their page shows them to this reader, as a file. Taking them away is on the trail. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string; format: string }> }) {
  const actor = await requireActor();
  const { format } = await params;
  if (format !== "docx" && format !== "pdf") notFound();
  const minutes = await viewMinutes(actor, { reference: await readReference(params), takenAs: format });
  if (!minutes?.closedAt) notFound();
  return paperFile(`${minutes.reference}-minutes`, format, minutesPaper(minutes, actor.partnershipName, watermarkOf(actor, minutes.readAt)));
}
