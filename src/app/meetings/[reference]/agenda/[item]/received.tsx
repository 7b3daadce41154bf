import { randomUUID } from "node:crypto";
import type { KeptAgenda, KeptLine } from "@/domain/meetings/queries/view-agenda.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { DateField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { receivedWords as words } from "@/wording/received.ts";
import { submitForumMinutes, submitOtherMinutes, submitTakeBack } from "../submit.ts";

/** Minutes of other bodies that are put before the board at this item. */
export function ReceivedHere({ agenda: { reference, toReceive }, line, title }: { agenda: KeptAgenda; line: KeptLine; title: string }) {
  const hidden = { reference, itemId: line.id };
  return (
    <Card title={words.heading} note={words.note} icon="file-text">
      {line.received.length === 0 ? (
        <p className="quiet mb-4">{words.none}</p>
      ) : (
        <NextSteps>
          {line.received.map((one) => (
            <NextStep key={one.id} title={words.line(one)}>
              <PostButton submission={submitTakeBack} submissionKey={randomUUID()} title={title} hidden={{ reference, receivedId: one.id }} about={words.line(one)} tone="quiet" small>
                {words.takeBack}
              </PostButton>
            </NextStep>
          ))}
        </NextSteps>
      )}
      <h3 className="mt-4 mb-2">{words.ofForum}</h3>
      {toReceive.length === 0 ? (
        <p className="quiet mb-4">{words.noForum}</p>
      ) : (
        <SubmissionForm submission={submitForumMinutes} submissionKey={randomUUID()} title={title} idPrefix="forum-" hidden={hidden} button={words.receive} buttonTone="secondary">
          <SelectField name="sourceId" label={words.minutes} items={[{ value: "", text: words.select }, ...toReceive.map(({ meetingId, ...one }) => ({ value: meetingId, text: words.choice(one) }))]} />
        </SubmissionForm>
      )}
      <div className="mt-4">
        <Details summary={words.elsewhere}>
          <SubmissionForm submission={submitOtherMinutes} submissionKey={randomUUID()} title={title} idPrefix="other-" hidden={hidden} button={words.receive} buttonTone="secondary">
            <TextField name="body" label={words.body} />
            <TextField name="minutes" label={words.reference} hint={words.referenceHint} />
            <DateField name="heldOn" legend={words.heldOn} />
          </SubmissionForm>
        </Details>
      </div>
    </Card>
  );
}
