import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { questions } from "@/domain/concerns/inputs.ts";
import { viewDraft } from "@/domain/concerns/queries/view-draft.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { draftWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { QuestionFields } from "../../question-fields.tsx";
import { isDraftId } from "../../read-after.ts";
import { submitAnswer } from "../../submit.ts";

/** One question a page, kept on the server as one goes. */
export default async function QuestionOfConcernPage({ params }: { params: Promise<{ draft: string; question: string }> }) {
  const actor = await requireActor();
  const { draft: draftId, question: asked } = await params;
  const question = questions.find((one) => one === asked);
  if (!question || !isDraftId(draftId)) notFound();
  const form = await viewDraft(actor, { draftId });
  if (!form) notFound();
  const number = questions.indexOf(question);
  const done = (form.draft?.answeredTo ?? 0) >= questions.length;
  const title = words.questions[question];
  const back = done ? `/concerns/new/${draftId}/check` : number === 0 ? "/concerns?show=mine" : `/concerns/new/${draftId}/${questions[number - 1]}`;
  return (
    <Frame actor={actor} title={title} current="concerns">
      <BackLink href={back} />
      <QuestionPage>
        <SubmissionForm
          submission={submitAnswer}
          submissionKey={randomUUID()}
          title={`${title} – ${shellWords.titleEnd}`}
          hidden={{ question, draftId, ...(question === "what" ? { afterId: "" } : {}) }}
          heading={<PageHeader eyebrow={words.question(number + 1)} title={title} />}
          button={words.save}
          beside={<a href="/concerns?show=mine">{words.later}</a>}
          ctrlEnter
        >
          <QuestionFields question={question} form={form} alone />
        </SubmissionForm>
        <p className="quiet">{words.laterNote}</p>
      </QuestionPage>
    </Frame>
  );
}
