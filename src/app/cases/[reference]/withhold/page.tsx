import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewShareForm } from "@/domain/disclosures/queries/view-shared.ts";
import { SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseWords } from "@/wording/cases.ts";
import { withholdForm as words } from "@/wording/disclosures.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitWithheldShare } from "./submit.ts";

/** The decision not to share something with one agency, or with the room. */
export default async function WithholdPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewShareForm(actor, await readReference(params));
  if (!form) notFound();
  const { reference, table } = form;
  const title = words.titleOf(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <SubmissionForm
        submission={submitWithheldShare}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={reference} title={words.title} subtitle={words.lead} />}
        hidden={{ reference }}
        button={words.submit}
        beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
      >
        <SelectField name="fromAgencyId" label={words.from} items={[{ value: "", text: words.room }, ...table.map(({ id, name }) => ({ value: id, text: name }))]} />
        <TextareaField name="what" label={words.what} hint={words.whatHint} rows={2} limit={300} />
        <TextareaField name="reason" label={words.reason} rows={4} limit={1000} />
      </SubmissionForm>
    </Frame>
  );
}
