import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { paperFile, watermarkOf } from "@/app/paper.ts";
import { readReference } from "@/app/read-reference.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { packPaper } from "../pack-paper.ts";

export const dynamic = "force-dynamic";

/** The pack, as its page shows it to this reader, as a file. Taking it away is on the trail. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string; format: string }> }) {
  const actor = await requireActor();
  const { format } = await params;
  if (format !== "docx" && format !== "pdf") notFound();
  const pack = await viewPack(actor, { reference: await readReference(params), form: format });
  if (!pack) notFound();
  return paperFile(`${pack.reference}-pack`, format, packPaper(pack, actor.partnershipName, watermarkOf(actor, pack.readAt)));
}
