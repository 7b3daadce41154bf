import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewRecordForm } from "@/domain/concerns/queries/view-record-form.ts";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { QuestionFields } from "../../../concerns/new/question-fields.tsx";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitRecordConcern } from "./submit.ts";

/** A concern that is raised aloud at a meeting: for its chair's office, while it is in session. */
export default async function RecordConcernPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewRecordForm(actor, await readReference(params));
  if (!form) notFound();
  const { meeting, people, wards } = form;
  const title = words.liveTitle(meeting);
  const asked = { draft: null, wards, ownWards: [], today: form.today, after: null };
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${meeting}/room`}>{meeting}</BackLink>
      <SubmissionForm
        submission={submitRecordConcern}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        hidden={{ meeting }}
        heading={<PageHeader eyebrow={meeting} title={words.live} subtitle={words.liveLead} />}
        button={words.liveSubmit}
        beside={<a href={`/meetings/${meeting}/room`}>{words.cancel}</a>}
        ctrlEnter
      >
        <SelectField name="raisedById" label={words.liveWho} items={[{ value: "", text: words.liveSelect }, ...people.map(({ id, name }) => ({ value: id, text: name }))]} />
        {(["what", "where", "often", "tell"] as const).map((question) => (
          <QuestionFields key={question} question={question} form={asked} />
        ))}
      </SubmissionForm>
    </Frame>
  );
}
