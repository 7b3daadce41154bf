import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { dayOf, slotInWords, timeInWords } from "@/domain/kernel/dates.ts";
import { viewChanges } from "@/domain/meetings/queries/view-changes.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { AskedCheckbox, DateField, TextareaField, TextField, TimeField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { meetingWords } from "@/wording/meetings.ts";
import { planWords as words } from "@/wording/planning.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitCancel, submitMakeSure, submitReschedule } from "./submit.ts";

export default async function ChangeMeetingPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const meeting = await viewChanges(actor, { reference: await readReference(params) });
  if (!meeting || !(meeting.allowed.reschedule || meeting.allowed.cancel)) notFound();
  const { reference, version, startsAt, place, allowed } = meeting;
  const day = dayOf(startsAt);
  const form = { hidden: { reference, version }, title: `${words.changeTitle} ${reference} – ${shellWords.titleEnd}` };
  return (
    <Frame actor={actor} title={`${words.changeTitle} ${reference}`} current="meetings">
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <PageHeader eyebrow={reference} title={words.changeTitle} subtitle={`${meeting.forum} · ${slotInWords(startsAt, meeting.limitMinutes)} · ${place}`} />
      <QuestionPage>
        <Stack>
          {allowed.makeSure && (
            <Card title={words.sure} note={words.sureNote}>
              <PostButton {...form} submission={submitMakeSure} submissionKey={randomUUID()}>
                {words.makeSure}
              </PostButton>
            </Card>
          )}
          {allowed.reschedule && (
            <Card title={words.move} note={words.keeps}>
              <SubmissionForm {...form} submission={submitReschedule} submissionKey={randomUUID()} button={words.move} idPrefix="move-">
                <DateField name="on" legend={meetingWords.date} hint={meetingWords.dateHint} defaultValue={{ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) }} />
                <TimeField name="at" label={meetingWords.time} hint={meetingWords.timeHint} defaultValue={timeInWords(startsAt)} />
                <TextField name="place" label={meetingWords.place} hint={meetingWords.placeHint} defaultValue={place} />
                <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
                <AskedCheckbox name="onHoliday" text={words.onHoliday} />
              </SubmissionForm>
            </Card>
          )}
          {allowed.cancel && (
            <Card title={words.cancelTitle} note={words.cancelNote}>
              <SubmissionForm {...form} submission={submitCancel} submissionKey={randomUUID()} button={words.cancelIt} buttonTone="warning" idPrefix="cancel-">
                <TextareaField name="reason" label={words.cancelReason} hint={words.reasonHint} rows={3} />
              </SubmissionForm>
            </Card>
          )}
        </Stack>
      </QuestionPage>
    </Frame>
  );
}
