import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { type KeptAgenda, viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { Meter } from "@/ui/content/meter.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agendaWords as words } from "@/wording/agenda.ts";
import { forwardPlanWords } from "@/wording/forward-plan.ts";
import { meetingWords } from "@/wording/meetings.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitPublishAgenda } from "../submit.ts";
import { AddItem } from "./add-item.tsx";
import { KeptItem } from "./kept-item.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** For the chair's office: what the meeting takes and in which order, against its limit, until it is published and after. */
export default async function AgendaPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const agenda = await viewAgenda(actor, { reference: await readReference(params) });
  if (!agenda) notFound();
  const { reference, forum, startsAt, isDraft, lines } = agenda;
  const title = words.title(reference);
  const formTitle = `${title} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${reference}`}>{words.toMeeting}</BackLink>
      <PageHeader
        eyebrow={reference}
        title={isDraft ? words.draft : words.agenda}
        subtitle={`${forum}, ${withWeekday(dayOf(startsAt))}`}
        actions={
          <ButtonLink href={`/forums/${agenda.forumCode}/plan`} tone="secondary">
            {forwardPlanWords.heading}
          </ButtonLink>
        }
      />
      <Columns
        main={
          <Card note={isDraft ? words.draftLead : words.publishedLead} title={words.agenda}>
            <Stack>
              <Length agenda={agenda} />
              <ol className="kept-items">
                {lines.map((line) => (
                  <KeptItem key={line.id} line={line} agenda={agenda} title={formTitle} />
                ))}
              </ol>
            </Stack>
          </Card>
        }
        side={
          <>
            {isDraft && <Publish agenda={agenda} title={formTitle} />}
            <WaitingList agenda={agenda} title={formTitle} />
            <AddItem agenda={agenda} title={formTitle} />
          </>
        }
      />
    </Frame>
  );
}

function Length({ agenda: { totalMinutes, limitMinutes } }: { agenda: KeptAgenda }) {
  const over = totalMinutes > limitMinutes;
  return (
    <Meter value={totalMinutes} max={limitMinutes} over={over}>
      {meetingWords.totals(totalMinutes, limitMinutes)}
      {over && <>. {meetingWords.over(totalMinutes - limitMinutes)}</>}
    </Meter>
  );
}

function Publish({ agenda: { reference, version, totalMinutes, limitMinutes }, title }: { agenda: KeptAgenda; title: string }) {
  return (
    <Card title={words.publish} note={words.publishNote} icon="send">
      <SubmissionForm submission={submitPublishAgenda} submissionKey={randomUUID()} title={title} hidden={{ reference, version }} button={words.publish}>
        {totalMinutes > limitMinutes && <TextareaField name="overLimitReason" label={meetingWords.overReason} hint={meetingWords.overReasonHint} rows={3} />}
      </SubmissionForm>
    </Card>
  );
}
