import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { type ViewedAction, viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { type ActionForm, actionForms, actionWords as words } from "@/wording/action.ts";
import { shellWords } from "@/wording/shell.ts";
import { DueDate } from "../../due-date.tsx";
import { ActForm } from "./act-form.tsx";

const needs: Record<ActionForm, keyof ViewedAction["allowed"]> = {
  accept: "accept", decline: "decline", "propose-owner": "proposeOwner", "more-time": "askTime", waiting: "report", keep: "keepOwner", time: "settleTime", change: "change", verify: "verify",
  progress: "report", done: "report", "circumstances-changed": "report", "not-done": "report", return: "return", reassign: "reassign", cancel: "cancel",
};
const isForm = (act: string): act is ActionForm => Object.hasOwn(actionForms, act);

/** The one thing asked before a step that needs words. Whoever may not take it now goes back to the action, which says how it stands. */
export default async function ActPage({ params }: { params: Promise<{ reference: string; act: string }> }) {
  const actor = await requireActor();
  const { act } = await params;
  if (!isForm(act)) notFound();
  const action = await viewAction(actor, { reference: await readReference(params), act });
  if (!action) notFound();
  const { reference, version, allowed } = action;
  if (!allowed[needs[act]]) redirect(`/actions/${reference}`);
  const { title, lead } = actionForms[act];
  const pageTitle = words.titleOfAct(title, reference);
  return (
    <Frame actor={actor} title={pageTitle} current="actions" marked={action.depth === "full"}>
      <BackLink href={`/actions/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <ActForm act={act} title={`${pageTitle} – ${shellWords.titleEnd}`} hidden={{ reference, version }} submissionKey={randomUUID()} action={action}>
          <PageHeader eyebrow={reference} title={title} subtitle={lead} />
          <div className="mb-6">
            <SummaryList
              compact
              rows={[
                { key: words.about, value: action.wording ?? action.namelessWording ?? undefined },
                { key: words.measure, value: action.measure ?? undefined },
                { key: words.due, value: <DueDate action={action} today={action.today} /> },
              ]}
            />
          </div>
        </ActForm>
      </QuestionPage>
    </Frame>
  );
}
