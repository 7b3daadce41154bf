import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { type ShareForm, viewShareForm } from "@/domain/disclosures/queries/view-shared.ts";
import { enums, type GatewayPart } from "@/domain/kernel/enums.ts";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { CheckboxesField, RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseWords } from "@/wording/cases.ts";
import { markingWords, shareForm as words, sourceGradeWords } from "@/wording/disclosures.ts";
import { notChecked } from "@/wording/gateways.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { FormPart } from "../../form-part.tsx";
import { submitContribution } from "./submit.ts";

/** An agency shares what it knows: what, why, with whom, and by which law. */
export default async function SharePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewShareForm(actor, await readReference(params));
  if (!form) notFound();
  const { reference, agency, table, answers } = form;
  const title = words.titleOf(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <SubmissionForm
        submission={submitContribution}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={reference} title={words.title} subtitle={words.lead(agency)} />}
        hidden={{ reference }}
        button={words.submit}
        beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
      >
        <FormPart title={words.known} note={words.knownNote}>
          <TextareaField name="words" label={words.words} hint={words.wordsHint} rows={8} limit={8000} />
          <TextareaField name="leftOut" label={words.leftOut} hint={words.leftOutHint} rows={2} limit={600} />
          <RadiosField name="grade" legend={words.grade} items={enums.source_grade.map((value) => ({ value, text: sourceGradeWords[value], hint: words.gradeHints[value] }))} />
          <RadiosField name="marking" legend={words.marking} layout="inline" items={enums.marking.map((value) => ({ value, text: markingWords[value] }))} defaultValue="official_sensitive" />
        </FormPart>
        <FormPart title={words.why} note={words.whyNote}>
          <TextareaField name="purpose" label={words.purpose} rows={3} limit={600} />
          <TextareaField name="necessity" label={words.necessity} rows={3} limit={1000} />
          <RadiosField name="informed" legend={words.informed} layout="inline" items={[{ value: "yes", text: words.informedItems.yes }, { value: "no", text: words.informedItems.no }]} />
          <TextareaField name="informedReason" label={words.informedReason} hint={words.informedReasonHint} rows={2} limit={600} />
        </FormPart>
        <FormPart title={words.whom} note={words.whomNote}>
          <CheckboxesField name="recipients" legend={words.recipients} items={table.map(({ id, name }) => ({ value: id, text: name }))} />
          {fields.map(([part, name]) => (
            <SelectField key={part} name={name} label={words.parts[part]} hint={words.partHints[part]} items={[{ value: "", text: words.select }, ...ofPart(answers, part).map(({ id, name: called, checked }) => ({ value: id, text: checked ? called : `${called} (${notChecked.toLowerCase()})` }))]} />
          ))}
          <Meanings answers={answers} />
        </FormPart>
      </SubmissionForm>
    </Frame>
  );
}

const fields: readonly (readonly [GatewayPart, string])[] = [["power", "powerId"], ["lawful_basis", "lawfulBasisId"], ["condition", "conditionId"], ["confidentiality", "confidentialityId"]];
const ofPart = (answers: ShareForm["answers"], part: GatewayPart) => answers.filter((one) => one.part === part);

/** Each answer in one line of plain English. */
function Meanings({ answers }: Pick<ShareForm, "answers">) {
  return (
    <Details summary={words.meanings}>
      {fields.map(([part]) => (
        <section key={part} className="mb-4">
          <h3>{words.parts[part]}</h3>
          <SummaryList compact rows={ofPart(answers, part).map(({ name, plain, checked }) => ({ key: name, value: checked ? plain : `${plain} (${notChecked.toLowerCase()})` }))} />
        </section>
      ))}
      <p>{words.unsure}</p>
    </Details>
  );
}
