import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewCaseToAmend } from "@/domain/cases/queries/view-case-form.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseForms as words, caseWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitAmendCase } from "../../submit.ts";
import { ToldFields } from "../../told-fields.tsx";

export default async function AmendCasePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewCaseToAmend(actor, await readReference(params));
  if (!form) notFound();
  const { reference, version, wards, ...told } = form;
  const title = words.amend(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <SubmissionForm
        submission={submitAmendCase}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={title} />}
        hidden={{ reference, version }}
        button={words.submitAmend}
        beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
      >
        <ToldFields wards={wards} told={told} />
      </SubmissionForm>
    </Frame>
  );
}
