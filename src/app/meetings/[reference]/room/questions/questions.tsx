import { randomUUID } from "node:crypto";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { questionWords as words } from "@/wording/questions.ts";
import { placeFields } from "../paths.ts";
import { submitAnswer, submitConvertQuestion, submitQuestion } from "./submit.ts";

type Props = { room: Room; item: ItemInHand; title: string };

/** What was asked on the item, and what came of it; the office adds to it. */
export function Questions({ room, item, title }: Props) {
  const { questions } = item;
  if (questions.length === 0 && room.owners.length === 0) return null;
  return (
    <Card title={words.heading} id="questions">
      {questions.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="stack mb-4">
        {questions.map((question) => (
          <li key={question.id}>
            <p className="whitespace-pre-line">{question.wording}</p>
            <p className="quiet">{words.asked(question.askedBy, question.ofAgency)}</p>
            {question.answeredIn && (
              <p className="whitespace-pre-line">
                <strong>{words.answered(question.answeredIn)}:</strong> {question.answer}
              </p>
            )}
            {question.action && <p>{words.became(question.action)}</p>}
            {room.allowed.decide && !question.answeredIn && !question.action && <SettleQuestion room={room} item={item} title={title} questionId={question.id} />}
          </li>
        ))}
      </ul>
      {room.owners.length > 0 && <AskForm room={room} item={item} title={title} />}
    </Card>
  );
}

function AskForm({ room, item, title }: Props) {
  const agencies = [...new Map(room.owners.map(({ agencyId, agency }) => [agencyId, agency]))];
  return (
    <Details summary={words.label}>
      <SubmissionForm key={item.questions.length} submission={submitQuestion} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} button={words.add} buttonTone="secondary" idPrefix="question-" wide>
        <TextareaField name="wording" label={words.wording} rows={2} />
        <SelectField name="askedById" label={words.askedBy} items={[{ value: "", text: words.choosePerson }, ...room.owners.map(({ personId, name }) => ({ value: personId, text: name }))]} />
        <SelectField name="ofAgencyId" label={words.ofAgency} items={[{ value: "", text: words.anyAgency }, ...agencies.map(([value, text]) => ({ value, text }))]} />
      </SubmissionForm>
    </Details>
  );
}

/** Either is the end of the question; left alone, it comes back at the next meeting. */
export function SettleQuestion({ room, item, title, questionId }: Props & { questionId: string }) {
  const hidden = { questionId, at: room.reference, ...placeFields(room.reference, item.number) };
  return (
    <Details summary={words.settle}>
      <SubmissionForm submission={submitAnswer} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.saveAnswer} buttonTone="secondary" idPrefix={`answer-${questionId}-`} wide>
        <TextareaField name="answer" label={words.answer} rows={2} />
      </SubmissionForm>
      <SubmissionForm submission={submitConvertQuestion} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.saveAction} buttonTone="secondary" idPrefix={`convert-${questionId}-`} wide>
        <TextField name="action" label={words.action} hint={words.actionHint} />
      </SubmissionForm>
    </Details>
  );
}
