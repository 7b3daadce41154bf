import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { broughtKinds, type KeptAgenda, type KeptLine, viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { CheckboxesField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agendaWords as words, lineTitle } from "@/wording/agenda.ts";
import { meetingWords } from "@/wording/meetings.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitAmendItem, submitLeaveOff } from "../submit.ts";
import { ReceivedHere } from "./received.tsx";
import { Papers } from "./papers.tsx";

/** One item as the office keeps it: its details, its papers, who is asked in for it, and leaving it off. */
export default async function AgendaItemPage({ params }: { params: Promise<{ reference: string; item: string }> }) {
  const actor = await requireActor();
  const { item } = await params;
  const agenda = await viewAgenda(actor, { reference: await readReference(params) });
  const line = agenda?.lines.find(({ id, recusedFrom }) => id === item && recusedFrom === null);
  if (!agenda || !line) notFound();
  const { reference, isDraft } = agenda;
  const title = words.titleOfItem(reference, line.position);
  const formTitle = `${title} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${reference}/agenda#item-${line.position}`}>{words.toAgenda}</BackLink>
      <PageHeader
        eyebrow={`${reference}, ${words.item(line.position)}`}
        title={lineTitle(line)}
        subtitle={[meetingWords.minutesShort(line.plannedMinutes), line.presenter && words.presenter(line.presenter)].filter(Boolean).join(" · ")}
        actions={
          line.case &&
          !isDraft && (
            <ButtonLink href={`/meetings/${reference}/invitations`} tone="secondary">
              {words.invite}
            </ButtonLink>
          )
        }
      />
      <Stack>
        {isDraft && <Details agenda={agenda} line={line} title={formTitle} />}
        {line.kind === "other_minutes" && <ReceivedHere agenda={agenda} line={line} title={formTitle} />}
        <Papers agenda={agenda} line={line} title={formTitle} />
        {line.mayBeLeftOff && <LeaveOff agenda={agenda} line={line} title={formTitle} />}
      </Stack>
    </Frame>
  );
}

type Props = { agenda: KeptAgenda; line: KeptLine; title: string };

function Details({ agenda: { reference, version }, line, title }: Props) {
  const isBrought = (broughtKinds as readonly string[]).includes(line.kind);
  return (
    <Card title={words.details}>
      <SubmissionForm submission={submitAmendItem} submissionKey={randomUUID()} title={title} hidden={{ reference, version, itemId: line.id }} button={words.save}>
        {isBrought && <TextField name="title" label={line.title === null ? words.itemTitleOptional : words.itemTitle} hint={words.itemTitleHint} defaultValue={line.title ?? ""} />}
        <TextField name="minutes" label={words.minutes} hint={words.minutesHint} defaultValue={String(line.plannedMinutes)} inputMode="numeric" width={3} />
        <TextField name="presenter" label={words.presenterLabel} hint={words.presenterHint} defaultValue={line.presenter ?? ""} />
        {isBrought && <CheckboxesField name="restricted" items={[{ value: "yes", text: words.restrict }]} defaultValue={line.restricted ? ["yes"] : []} />}
      </SubmissionForm>
    </Card>
  );
}

function LeaveOff({ agenda: { reference, version }, line, title }: Props) {
  const hasPapers = line.papers.some(({ withdrawn }) => withdrawn === null);
  const isBrought = line.case === null && line.plannedId === null && line.title !== null;
  return (
    <Card title={words.leaveOff} note={hasPapers ? words.hasPapers : words.leaveOffNote[isBrought ? "brought" : "byItself"]}>
      {!hasPapers && (
        <SubmissionForm submission={submitLeaveOff} submissionKey={randomUUID()} title={title} idPrefix="off-" hidden={{ reference, version, itemId: line.id }} button={words.leaveOff} buttonTone="secondary">
          <TextareaField name="why" label={words.why} rows={2} />
        </SubmissionForm>
      )}
    </Card>
  );
}
