import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { type StepDownPart, stepDownParts } from "@/domain/step-downs/inputs.ts";
import { type StepDownView, viewStepDown } from "@/domain/step-downs/queries/view-step-down.ts";
import { Card } from "@/ui/content/card.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { type Task, TaskList } from "@/ui/content/task-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { caseWords } from "@/wording/cases.ts";
import { courseWords } from "@/wording/risk.ts";
import { shellWords } from "@/wording/shell.ts";
import { partWords, stepDownWords as words } from "@/wording/step-downs.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitBegin, submitDrop } from "./submit.ts";

/** The step-down of a case, part by part, each kept as one goes. */
export default async function StepDownPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewStepDown(actor, await readReference(params));
  if (!found) notFound();
  const { reference, title: about, prepared } = found;
  const title = words.titleOf(reference);
  const form = { submissionKey: randomUUID(), title: `${title} – ${shellWords.titleEnd}` };
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <QuestionPage>
        <PageHeader eyebrow={`${reference} · ${about}`} title={words.title} subtitle={words.lead} />
        {prepared ? (
          <>
            <TaskList id="step-down" items={tasksOf(found)} />
            <div className="button-group mt-6">
              <PostButton {...form} submission={submitDrop} hidden={{ reference, version: prepared.version }} tone="quiet">
                {words.drop}
              </PostButton>
            </div>
          </>
        ) : (
          <>
            <Card title={words.before}>
              <ul className="list-disc pl-5">
                {words.beforeItems.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </Card>
            <div className="button-group mt-6">
              <PostButton {...form} submission={submitBegin} hidden={{ reference }} tone="primary">
                {words.begin}
              </PostButton>
            </div>
          </>
        )}
      </QuestionPage>
    </Frame>
  );
}

function tasksOf({ reference, lacks, openActions, scored }: StepDownView): Task[] {
  const hints: Partial<Record<StepDownPart, string>> = {
    actions: openActions.length === 0 ? words.allEnded : words.stillOpen(openActions.length),
    ...(scored.length > 0 ? { risk: courseWords(scored) } : {}),
  };
  const whole = lacks.length === 0;
  return [
    ...stepDownParts.map((part): Task => ({
      title: partWords[part],
      href: part === "risk" ? `/cases/${reference}/risk` : `/cases/${reference}/step-down/${part}`,
      hint: hints[part],
      status: lacks.includes(part) ? <Tag tone="blue">{words.toDo}</Tag> : words.done,
    })),
    { title: words.check, href: whole ? `/cases/${reference}/step-down/check` : undefined, hint: words.checkHint, status: whole ? <Tag tone="blue">{words.toDo}</Tag> : words.cannotYet },
  ];
}
