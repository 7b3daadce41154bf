import { randomUUID } from "node:crypto";
import type { ViewedConcern } from "@/domain/concerns/queries/view-concern.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { CopyOrPrint } from "@/ui/content/copy-or-print.client.tsx";
import { Details } from "@/ui/content/details.tsx";
import { ProgressTracker } from "@/ui/content/progress-tracker.tsx";
import { DateField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { concernWords as words, progressStepWords, progressWords } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitRaiseLogged, submitRecurrence, submitSettle, submitTellMore, submitTold } from "./submit.ts";

const boxes = (day: string) => ({ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) });
export const trackerSteps = Object.entries(progressStepWords).map(([key, text]) => ({ key, text }));

/** How far it has come; and what whoever raised it is told when it keeps happening. */
export function ProgressCard({ concern }: { concern: ViewedConcern }) {
  const { progress, hearBy, raisedAt, isRepeat, suggestsRaising, allowed, reference, version } = concern;
  return (
    <Card title={words.progress}>
      {raisedAt && <ProgressTracker steps={trackerSteps} current={progress.step} />}
      <p>{raisedAt || progress.note !== "answered" ? progressWords(progress, hearBy) : words.settle}</p>
      {suggestsRaising && (
        <Alert kind="warning" title={words.suggest}>
          {words.times3(concern.times)}.
        </Alert>
      )}
      {allowed.raise && (
        <PostButton submission={submitRaiseLogged} submissionKey={randomUUID()} title={`${words.title(reference)} – ${shellWords.titleEnd}`} hidden={{ reference, version }} tone={suggestsRaising ? "primary" : "secondary"}>
          {words.raiseLogged}
        </PostButton>
      )}
      {isRepeat && (
        <Details summary={words.review} open={concern.state === "logged"}>
          <p>{words.reviewText}</p>
        </Details>
      )}
    </Card>
  );
}

/** Words that the chair approved for residents, and when they were told. */
export function Replies({ concern }: { concern: ViewedConcern }) {
  const { steps, mayTell, reference, today, raisedAt } = concern;
  const replies = raisedAt ? steps.filter(({ kind }) => kind === "replied" || kind === "answered") : [];
  return replies.map((reply) => (
    <Card key={reply.id} title={words.replies} icon="message-square" note={mayTell === "yes" ? undefined : words.mayNotTell}>
      <blockquote className="whitespace-pre-line break-words">{reply.words}</blockquote>
      <CopyOrPrint text={reply.words} copy={words.copy} copied={words.copied} print={words.print} />
      {reply.toldOn ? (
        <p>
          <strong>{words.toldDone(reply.toldOn)}</strong>
        </p>
      ) : (
        <SubmissionForm submission={submitTold} submissionKey={randomUUID()} title={`${words.title(reference)} – ${shellWords.titleEnd}`} hidden={{ reference, answerId: reply.id }} button={words.toldSubmit} idPrefix={`told-${reply.id.slice(0, 4)}-`}>
          <DateField name="toldOn" legend={words.toldOn} defaultValue={boxes(today)} />
        </SubmissionForm>
      )}
    </Card>
  ));
}

/** What whoever raised it can do next. */
export function FollowCard({ concern }: { concern: ViewedConcern }) {
  const { allowed, reference, version, today, asked } = concern;
  if (!allowed.follow) return null;
  const form = { title: `${words.title(reference)} – ${shellWords.titleEnd}` };
  return (
    <>
      {allowed.tellMore && (
        <Card title={asked ? words.answerThem : words.tellMore} id="more">
          <SubmissionForm {...form} submission={submitTellMore} submissionKey={randomUUID()} hidden={{ reference }} button={words.tellMoreSubmit} idPrefix="more-" buttonTone={asked ? "primary" : "secondary"}>
            <TextareaField name="words" label={asked ? words.answerLabel : words.tellMoreLabel} rows={3} limit={2000} />
          </SubmissionForm>
        </Card>
      )}
      <Card title={words.again}>
        <SubmissionForm {...form} submission={submitRecurrence} submissionKey={randomUUID()} hidden={{ reference }} button={words.againSubmit} idPrefix="again-" buttonTone="secondary">
          <DateField name="happenedOn" legend={words.againOn} defaultValue={boxes(today)} />
          <TextareaField name="note" label={words.againNote} rows={2} limit={600} />
        </SubmissionForm>
      </Card>
      {allowed.settle && (
        <Card title={words.settle}>
          <SubmissionForm {...form} submission={submitSettle} submissionKey={randomUUID()} hidden={{ reference, version }} button={words.settleSubmit} idPrefix="settle-" buttonTone="secondary">
            <TextareaField name="words" label={words.settleWords} hint={words.settleHint} rows={3} limit={1000} />
          </SubmissionForm>
        </Card>
      )}
    </>
  );
}
