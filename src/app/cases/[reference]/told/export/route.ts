import { notFound } from "next/navigation";
import { exportTold } from "@/domain/disclosures/queries/view-told.ts";
import { ledgerRows } from "@/wording/ledger.ts";
import { requireActor } from "../../../../actor.ts";
import { csvFile } from "../../../../csv.ts";
import { readReference } from "../../../../read-reference.ts";

export const dynamic = "force-dynamic";

/** The ledger of a case as a file, for a subject access request. Taking it away is on the trail. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const told = await exportTold(actor, await readReference(params));
  if (!told) notFound();
  return csvFile(`${told.reference}-who-was-told`, ledgerRows(told, [actor.style, actor.name].filter(Boolean).join(" ")));
}
