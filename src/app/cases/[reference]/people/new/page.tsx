import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { subjectRoles } from "@/domain/cases/inputs.ts";
import { viewSubjectForm } from "@/domain/cases/queries/view-subject-form.ts";
import { AskedCheckbox, RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseForms as words, caseWords, subjectTypeWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { WhoFields } from "../../../who-fields.tsx";
import { submitAddSubject } from "../submit.ts";

/** Another person or place of a case. */
export default async function AddSubjectPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewSubjectForm(actor, { reference: await readReference(params), subjectId: null });
  if (!form) notFound();
  const { reference, version, agencies } = form;
  const title = words.titleOfAdding(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <SubmissionForm
        submission={submitAddSubject}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={reference} title={words.addSubject} subtitle={words.whoNote} />}
        hidden={{ reference, version }}
        button={words.submitAdd}
        beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
      >
        <RadiosField name="role" legend={words.role} items={subjectRoles.map((value) => ({ value, text: subjectTypeWords[value], hint: words.subjectHints[value] }))} />
        <WhoFields agencies={agencies} />
        <AskedCheckbox name="namesNobody" text={words.twinNamesNobody} />
      </SubmissionForm>
    </Frame>
  );
}
