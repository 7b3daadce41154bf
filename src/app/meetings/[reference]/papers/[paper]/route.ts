import { notFound } from "next/navigation";
import { z } from "zod";
import { requireActor } from "@/app/actor.ts";
import { readReference } from "@/app/read-reference.ts";
import { openPaper } from "@/domain/meetings/queries/open-paper.ts";

export const dynamic = "force-dynamic";

/** A paper, to be kept and never shown in the page. Whether this reader may have it the database says; that they took it is on the trail. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string; paper: string }> }) {
  const actor = await requireActor();
  const paperId = z.uuid().safeParse((await params).paper).data;
  const paper = paperId && (await openPaper(actor, { reference: await readReference(params), paperId }));
  if (!paper) notFound();
  return new Response(new Uint8Array(paper.content), {
    headers: { "content-type": paper.mediaType, "content-disposition": `attachment; filename="${paper.name}"`, "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
