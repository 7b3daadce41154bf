import { randomUUID } from "node:crypto";
import { questions } from "@/domain/concerns/inputs.ts";
import { viewDraft } from "@/domain/concerns/queries/view-draft.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { draftWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { QuestionFields } from "../question-fields.tsx";
import { readAfter } from "../read-after.ts";
import { submitAnswer } from "../submit.ts";

/** All five on one page, for somebody at a desk. */
export default async function OnePageConcernPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const form = await viewDraft(actor, { draftId: null, after: readAfter((await searchParams).after) });
  if (!form) throw new Error("a new draft is always there");
  return (
    <Frame actor={actor} title={words.oneTitle} current="concerns">
      <BackLink href="/concerns/new" />
      <QuestionPage>
        <SubmissionForm
          submission={submitAnswer}
          submissionKey={randomUUID()}
          title={`${words.oneTitle} – ${shellWords.titleEnd}`}
          hidden={{ question: "all", draftId: "", afterId: form.after?.id ?? "" }}
          heading={<PageHeader title={words.title} subtitle={form.after ? words.after(form.after.reference, form.after.ward) : undefined} />}
          button={words.save}
          ctrlEnter
        >
          {questions.map((question) => (
            <QuestionFields key={question} question={question} form={form} />
          ))}
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
