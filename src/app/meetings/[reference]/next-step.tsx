import { randomUUID } from "node:crypto";
import { momentInWords } from "@/domain/kernel/dates.ts";
import type { MeetingView } from "@/domain/meetings/queries/view-meeting.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { meetingWords as words, nextStepWords } from "@/wording/meetings.ts";
import { quorumWords, shortOf } from "@/wording/quorum.ts";
import { submitOpenDoors, submitOpenMeeting, submitPublishAgenda } from "./submit.ts";

/** The one thing to do next for this person at this meeting, or what they wait for; and beside it what else they may do. */
export function NextStepCard({ meeting, title }: { meeting: MeetingView; title: string }) {
  const { nextStep, mayOpenDoorsLater } = meeting;
  const isShort = nextStep === "open" && meeting.figures?.reached === false;
  const { title: step, note } = isShort ? { title: quorumWords.below, note: undefined } : nextStepWords[nextStep];
  return (
    <Card title={step} note={mayOpenDoorsLater ? words.doorsFrom(momentInWords(meeting.doorsFrom)) : note} icon="arrow-right">
      <Act meeting={meeting} title={title} />
    </Card>
  );
}

function Act({ meeting, title }: { meeting: MeetingView; title: string }) {
  const { reference, version, nextStep, allowed } = meeting;
  const hidden = { reference, version };
  const form = { hidden, submissionKey: randomUUID(), title };
  const home = `/meetings/${reference}`;
  switch (nextStep) {
    case "publish": {
      const over = meeting.totalMinutes > meeting.limitMinutes;
      return (
        <SubmissionForm {...form} submission={submitPublishAgenda} button={words.publish}>
          {over && <TextareaField name="overLimitReason" label={words.overReason} hint={words.overReasonHint} rows={3} />}
        </SubmissionForm>
      );
    }
    case "openDoors":
      return (
        <PostButton {...form} submission={submitOpenDoors} tone="primary">
          {words.openDoors}
        </PostButton>
      );
    case "open":
      return meeting.figures?.reached === false ? (
        <div>
          <p className="mb-3">
            {shortOf(meeting.figures)} {quorumWords.belowNote}
          </p>
          <ButtonLink href={`${home}/discussion`} tone="secondary">
            {quorumWords.toDiscussion}
          </ButtonLink>
        </div>
      ) : (
        <PostButton {...form} submission={submitOpenMeeting} tone="primary">
          {words.openMeeting}
        </PostButton>
      );
    case "sign":
      return (
        <div className="button-group">
          <ButtonLink href={`${home}/register`}>{words.signRegister}</ButtonLink>
          {allowed.room && (
            <ButtonLink href={`${home}/room`} tone="secondary">
              {words.goToRoom}
            </ButtonLink>
          )}
        </div>
      );
    case "room":
      return <ButtonLink href={`${home}/room`}>{words.goToRoom}</ButtonLink>;
    case "minutes":
      return <ButtonLink href={`${home}/minutes`}>{words.readMinutes}</ButtonLink>;
    case "waitForAgenda":
    case "waitForChair":
    case "waitForDoorTime":
    case "waitForDoors":
    case "waitForOpening":
    case "waitForMinutes":
    case "none":
      return null;
  }
}
