import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewConcern } from "@/domain/concerns/queries/view-concern.ts";
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
import { submitAsk } from "../submit.ts";

export default async function AskMorePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const concern = await viewConcern(actor, await readReference(params));
  if (!concern?.allowed.ask) notFound();
  const { reference, version } = concern;
  return (
    <Frame actor={actor} title={`${words.askTitle} ${reference}`} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitAsk}
          submissionKey={randomUUID()}
          title={`${words.askTitle} ${reference} – ${shellWords.titleEnd}`}
          hidden={{ reference, version }}
          heading={<PageHeader eyebrow={reference} title={words.askTitle} />}
          button={words.askSubmit}
          beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
        >
          <TextareaField name="words" label={words.askLabel} hint={words.askHint} rows={4} limit={1000} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
