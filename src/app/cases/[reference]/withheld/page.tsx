import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewWithholding, type WithholdingSubject, type WithholdingView } from "@/domain/cases/queries/view-withholding.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { CheckboxesField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { withheldWords as words } from "@/wording/withheld.ts";
import { caseWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitAddress, submitAddressAmended, submitReader, submitReaderEnded } from "./submit.ts";

/** For the chair's office: storing an address that is withheld, and who may be shown it. The address itself stands here only to correct it, for a reader to whom it is shown. */
export default async function WithheldPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewWithholding(actor, await readReference(params));
  if (!found) notFound();
  const { reference } = found;
  const title = words.titleOf(reference);
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <PageHeader eyebrow={reference} title={words.title} subtitle={words.lead} />
      <Stack>
        {found.subjects.map((subject) => (
          <Card key={subject.id} title={subject.label} note={subject.stored ? words.stored : words.notStored}>
            {subject.stored ? <Readers found={found} subject={subject} title={`${title} – ${shellWords.titleEnd}`} /> : <Store found={found} subject={subject} title={`${title} – ${shellWords.titleEnd}`} />}
          </Card>
        ))}
      </Stack>
    </Frame>
  );
}

type Props = { found: WithholdingView; subject: WithholdingSubject; title: string };

const choose = (people: WithholdingView["people"]) => [{ value: "", text: words.selectPerson }, ...people.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }))];

function Readers({ found: { reference, people, version }, subject: { id, readers, shown }, title }: Props) {
  const others = people.filter((person) => !readers.some(({ personId }) => personId === person.personId));
  return (
    <>
      <h3>{words.readers}</h3>
      {readers.length === 0 && <p className="quiet">{words.noReaders}</p>}
      <ul className="stack mb-6">
        {readers.map(({ personId, name }) => (
          <li key={personId}>
            {name}
            <PostButton submission={submitReaderEnded} submissionKey={randomUUID()} title={title} hidden={{ reference, subjectId: id, personId }} about={name} small>
              {words.takeOff}
            </PostButton>
          </li>
        ))}
      </ul>
      <SubmissionForm submission={submitReader} submissionKey={randomUUID()} title={title} hidden={{ reference, subjectId: id }} button={words.name} buttonTone="secondary" idPrefix={`${id}-`}>
        <SelectField name="personId" label={words.reader} items={choose(others)} />
      </SubmissionForm>
      <h3 className="mt-6">{words.correct}</h3>
      {shown === null ? (
        <p className="quiet">{words.correctFirst}</p>
      ) : (
        <SubmissionForm submission={submitAddressAmended} submissionKey={randomUUID()} title={title} hidden={{ reference, version, subjectId: id }} button={words.submitCorrect} buttonTone="secondary" idPrefix={`correct-${id}-`}>
          <TextareaField name="address" label={words.address} hint={words.correctHint} rows={3} spellCheck={false} defaultValue={shown} />
        </SubmissionForm>
      )}
    </>
  );
}

function Store({ found: { reference, people, agencies, identitiesShown }, subject: { id }, title }: Props) {
  if (!identitiesShown) return <p>{words.showFirst}</p>;
  return (
    <SubmissionForm submission={submitAddress} submissionKey={randomUUID()} title={title} hidden={{ reference, subjectId: id }} button={words.store} idPrefix={`${id}-`}>
      <TextareaField name="address" label={words.address} rows={3} spellCheck={false} />
      <SelectField name="heldById" label={words.heldBy} hint={words.heldByHint} items={[{ value: "", text: words.selectAgency }, ...agencies.map((agency) => ({ value: agency.id, text: agency.name }))]} />
      <SelectField name="readerId" label={words.reader} hint={words.readerHint} items={choose(people)} />
      <CheckboxesField name="must" items={[{ value: "yes", text: words.must }]} />
    </SubmissionForm>
  );
}
