import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewAnswerForm } from "@/domain/concerns/queries/view-answer-form.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseForms, subjectTypeWords } from "@/wording/cases.ts";
import { concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { FormPart } from "../../../cases/form-part.tsx";
import { ToldFields } from "../../../cases/told-fields.tsx";
import { WhoFields } from "../../../cases/who-fields.tsx";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitTake } from "../submit.ts";

/** The form of a case, with what was raised carried over as what is known; and what the raiser is told. */
export default async function TakeConcernPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const form = await viewAnswerForm(actor, reference);
  if (!form?.mayDecide) notFound();
  const { version, wards, agencies, what, place, wardId } = form;
  const title = `${words.takeTitle} ${reference}`;
  return (
    <Frame actor={actor} title={title} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <SubmissionForm
        submission={submitTake}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        hidden={{ concern: reference, concernVersion: version }}
        heading={<PageHeader eyebrow={reference} title={words.takeTitle} subtitle={words.takeLead} />}
        button={words.takeSubmit}
        beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
      >
        <TextareaField name="reason" label={words.takeReason} hint={words.reasonHint} rows={4} limit={1000} />
        <RadiosField name="subjectType" legend={caseForms.subjectType} items={enums.subject_type.map((value) => ({ value, text: subjectTypeWords[value], hint: caseForms.subjectHints[value] }))} />
        <ToldFields wards={wards} told={{ title: "", summary: "", wardId, involvesChildren: false, background: `${what}\n\n${place}`, wanted: "" }} asksRisk />
        <FormPart title={caseForms.who} note={caseForms.whoNote}>
          <WhoFields agencies={agencies} />
        </FormPart>
      </SubmissionForm>
    </Frame>
  );
}
