import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { paperFile, tableFile, watermarkOf } from "@/app/paper.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { type DocumentForm, documentForms } from "@/domain/kernel/documents.ts";
import { planPaper } from "../../plan-paper.ts";

export const dynamic = "force-dynamic";

const isForm = (text: string): text is DocumentForm => documentForms.some((form) => form === text);

/** What the plan's page shows by these filters, all of it, as a file. Taking it away is on the trail. */
export async function GET(request: Request, { params }: { params: Promise<{ format: string }> }) {
  const actor = await requireActor();
  const { format } = await params;
  if (!isForm(format)) notFound();
  const filters = ActionFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const plan = await listActions(actor, { ...filters, all: true, takenAs: format });
  if (!plan || plan.forums.length === 0) notFound();
  const { document, table } = planPaper(plan, actor.partnershipName, watermarkOf(actor, plan.readAt));
  const of = plan.meeting?.reference ?? plan.forum?.code;
  const name = of ? `${of}-action-plan` : "my-actions";
  return format === "csv" || format === "xlsx" ? tableFile(name, format, document, table) : paperFile(name, format, document);
}
