import { randomUUID } from "node:crypto";
import type { ViewedEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { submitAnswer, submitList, submitReceive, submitReturn } from "../submit.ts";

type Props = { found: ViewedEscalation; title: string };

/** What is the board's to do now. */
export function BoardActs({ found, title }: Props) {
  const { allowed, reference, version, meetings } = found;
  const hidden = { reference, version };
  return (
    <>
      {allowed.list && (
        <Card title={words.list} note={words.listNote}>
          {meetings.length === 0 ? (
            <p className="quiet">{words.noMeetings}</p>
          ) : (
            <SubmissionForm submission={submitList} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.list} idPrefix="list-" small>
              <SelectField name="meeting" label={words.meeting} items={meetings.map((one) => ({ value: one.reference, text: `${one.reference}, ${withWeekday(dayOf(one.startsAt))}` }))} defaultValue={meetings[0]?.reference} />
            </SubmissionForm>
          )}
        </Card>
      )}
      {allowed.receive && (
        <Card title={words.receive} note={words.receiveNote}>
          <PostButton submission={submitReceive} submissionKey={randomUUID()} title={title} hidden={hidden}>
            {words.receive}
          </PostButton>
        </Card>
      )}
      {allowed.answer && (
        <Card title={words.give}>
          <SubmissionForm submission={submitAnswer} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.give} idPrefix="answer-" small>
            <TextareaField name="words" label={words.words} hint={words.wordsHint} rows={4} limit={3000} />
            <TextareaField name="safeWords" label={words.safeWords} hint={words.safeWordsHint} rows={2} limit={600} />
          </SubmissionForm>
        </Card>
      )}
      {allowed.return && (
        <Details summary={words.return}>
          <p className="mb-4 max-w-measure">{words.returnNote}</p>
          <SubmissionForm submission={submitReturn} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.return} buttonTone="warning" idPrefix="return-" small>
            <TextareaField name="reason" label={words.reason} rows={2} limit={600} />
          </SubmissionForm>
        </Details>
      )}
    </>
  );
}
