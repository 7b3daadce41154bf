import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { z } from "zod";
import { viewSubjectForm } from "@/domain/cases/queries/view-subject-form.ts";
import { Card } from "@/ui/content/card.tsx";
import { AskedCheckbox } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseForms as words, caseWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { WhoFields } from "../../../who-fields.tsx";
import { submitAmendParticulars } from "../submit.ts";

/** Correcting who somebody is, while it is shown. */
export default async function AmendSubjectPage({ params }: { params: Promise<{ reference: string; subject: string }> }) {
  const actor = await requireActor();
  const subjectId = z.uuid().safeParse((await params).subject).data ?? notFound();
  const form = await viewSubjectForm(actor, { reference: await readReference(params), subjectId });
  if (!form) notFound();
  const { reference, version, agencies, subject } = form;
  const title = words.titleOfCorrecting(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      {subject ? (
        <SubmissionForm
          submission={submitAmendParticulars}
          submissionKey={randomUUID()}
          title={`${title} – ${shellWords.titleEnd}`}
          heading={<PageHeader eyebrow={reference} title={words.correct} subtitle={words.correctLead} />}
          hidden={{ reference, version, subjectId }}
          button={words.submitAmend}
          beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
        >
          <WhoFields agencies={agencies} who={subject} />
          <AskedCheckbox name="namesNobody" text={words.twinNamesNobody} />
        </SubmissionForm>
      ) : (
        <>
          <PageHeader eyebrow={reference} title={words.correct} />
          <Card>
            <p>{words.showFirst}</p>
          </Card>
        </>
      )}
    </Frame>
  );
}
