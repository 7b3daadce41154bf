import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewConcern } from "@/domain/concerns/queries/view-concern.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitPrepareReply } from "../submit.ts";

/** Two texts: one for the record, one that residents may be told. */
export default async function ReplyPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const concern = await viewConcern(actor, await readReference(params));
  if (!concern?.office || !concern.allowed.prepareReply) notFound();
  const { reference, office, mayTell } = concern;
  return (
    <Frame actor={actor} title={`${words.replyTitle} ${reference}`} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitPrepareReply}
          submissionKey={randomUUID()}
          title={`${words.replyTitle} ${reference} – ${shellWords.titleEnd}`}
          hidden={{ reference, version: office.preparation }}
          heading={<PageHeader eyebrow={reference} title={words.replyTitle} />}
          button={words.replySubmit}
          beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
        >
          {mayTell !== "yes" && <Alert kind="info" title={mayTell === "no" ? words.mayTellNo : words.mayTellAsk} />}
          <TextareaField name="recordWords" label={words.recordWords} hint={words.recordHint} rows={5} limit={2000} defaultValue={office.recordWords ?? ""} />
          <TextareaField name="residentWords" label={words.residentWords} hint={words.residentHint} rows={5} limit={1000} defaultValue={office.residentWords ?? ""} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
