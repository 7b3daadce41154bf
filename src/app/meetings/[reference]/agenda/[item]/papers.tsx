import { randomUUID } from "node:crypto";
import { dayOf } from "@/domain/kernel/dates.ts";
import type { KeptAgenda, KeptLine } from "@/domain/meetings/queries/view-agenda.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { CheckboxesField, FileField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { agendaWords as words } from "@/wording/agenda.ts";
import { submitPaper, submitWithdrawPaper } from "../submit.ts";

type Props = { agenda: KeptAgenda; line: KeptLine; title: string };

/** The papers of an item, those that were withdrawn too, and adding one. */
export function Papers({ agenda: { reference, agencies }, line, title }: Props) {
  return (
    <Card title={words.papersTitle} note={line.case ? words.caseReaders : words.forumReaders} icon="files">
      <Stack>
        {line.papers.length === 0 ? <p className="quiet">{words.noPapers}</p> : <Listed reference={reference} line={line} title={title} />}
        <section aria-labelledby="add-paper">
          <h3 id="add-paper" className="mb-2">
            {words.addPaper}
          </h3>
          <SubmissionForm submission={submitPaper} submissionKey={randomUUID()} title={title} idPrefix="paper-" hidden={{ reference, itemId: line.id }} button={words.addPaper} buttonTone="secondary">
            <TextField name="title" label={words.itemTitle} hint={words.paperTitleHint} />
            <FileField name="file" label={words.file} hint={words.fileHint} accept=".pdf,.docx,.txt" />
            {line.case === null && !line.restricted && <CheckboxesField name="restricted" items={[{ value: "yes", text: words.restrictPaper }]} />}
            {line.case === null && agencies.length > 0 && <CheckboxesField name="readerIds" legend={words.readers} hint={words.readersHint} items={agencies.map(({ id, name }) => ({ value: id, text: name }))} />}
          </SubmissionForm>
        </section>
      </Stack>
    </Card>
  );
}

function Listed({ reference, line, title }: { reference: string; line: KeptLine; title: string }) {
  return (
    <NextSteps>
      {line.papers.map(({ id, position, title: called, restricted, named, readers, supplement, type, bytes, withdrawn }) => (
        <NextStep
          key={id}
          title={
            <a href={`/meetings/${reference}/papers/${id}`} download>
              {words.paper(position, called)}
            </a>
          }
          note={
            <span className="tag-row">
              {restricted && <Tag icon="lock">{words.restricted}</Tag>}
              {named && <Tag icon="lock">{words.onlyFor(readers)}</Tag>}
              {supplement > 0 && <Tag tone="blue">{words.supplement(supplement)}</Tag>}
              <span>{withdrawn ? words.withdrawn(dayOf(withdrawn.at), withdrawn.reason) : words.fileFacts(type, bytes)}</span>
            </span>
          }
        >
          {!withdrawn && (
            <SubmissionForm submission={submitWithdrawPaper} submissionKey={randomUUID()} title={title} idPrefix={`${id}-`} hidden={{ reference, paperId: id }} button={words.withdraw} about={words.paper(position, called)} buttonTone="secondary" small>
              <TextField name="reason" label={words.withdrawReason} />
            </SubmissionForm>
          )}
        </NextStep>
      ))}
    </NextSteps>
  );
}
