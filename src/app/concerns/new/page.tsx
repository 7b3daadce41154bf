import { randomUUID } from "node:crypto";
import { viewDraft } from "@/domain/concerns/queries/view-draft.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { concernWords, draftWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { readAfter } from "./read-after.ts";
import { submitAnswer } from "./submit.ts";

/** The first question, which needs nothing to be begun: its answer makes the draft. */
export default async function NewConcernPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const form = await viewDraft(actor, { draftId: null, after: readAfter((await searchParams).after) });
  if (!form) throw new Error("a new draft is always there");
  const { after } = form;
  return (
    <Frame actor={actor} title={words.title} current="concerns">
      <BackLink href="/concerns?show=mine">{concernWords.plural}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitAnswer}
          submissionKey={randomUUID()}
          title={`${words.title} – ${shellWords.titleEnd}`}
          hidden={{ question: "what", draftId: "", afterId: after?.id ?? "" }}
          heading={<PageHeader eyebrow={words.question(1)} title={words.questions.what} subtitle={after ? words.after(after.reference, after.ward) : undefined} />}
          button={words.save}
          ctrlEnter
        >
          <QuestionFields question="what" form={form} alone />
        </SubmissionForm>
        <p>
          <a href={after ? `/concerns/new/all?after=${after.reference}` : "/concerns/new/all"}>{words.onePage}</a>
        </p>
        <p>
          <a href="/concerns/purpose">{concernWords.thresholdLink}</a>
        </p>
      </QuestionPage>
    </Frame>
  );
}
