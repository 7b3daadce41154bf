import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { listForums } from "@/domain/forums/queries/list-forums.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { AskedCheckbox, DateField, RadiosField, SelectField, TextField, TimeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { meetingKindWords, meetingWords as words } from "@/wording/meetings.ts";
import { planWords } from "@/wording/planning.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { submitScheduleMeeting } from "./submit.ts";

export default async function ScheduleMeetingPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const asked = (await searchParams).kind;
  const forums = (await listForums(actor, {})).filter((forum) => forum.offices.length > 0);
  if (forums.length === 0) notFound();
  return (
    <Frame actor={actor} title={words.schedule} current="meetings">
      <BackLink href="/meetings">{words.plural}</BackLink>
      <SubmissionForm
        submission={submitScheduleMeeting}
        submissionKey={randomUUID()}
        title={`${words.schedule} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.schedule} subtitle={words.scheduleLead} />}
        button={words.schedule}
        beside={<a href="/meetings">{words.cancel}</a>}
      >
        <SelectField name="forumId" label={words.forum} defaultValue={forums.length === 1 ? forums[0]?.id : ""} items={[{ value: "", text: words.selectForum }, ...forums.map(({ id, name }) => ({ value: id, text: name }))]} />
        <RadiosField name="kind" legend={words.kind} defaultValue={asked === "extraordinary" ? asked : "ordinary"} items={enums.meeting_kind.map((value) => ({ value, text: meetingKindWords[value], hint: words.kindHints[value] }))} />
        <DateField name="on" legend={words.date} hint={words.dateHint} />
        <TimeField name="at" label={words.time} hint={words.timeHint} />
        <TextField name="place" label={words.place} hint={words.placeHint} />
        <AskedCheckbox name="onHoliday" text={planWords.onHoliday} />
      </SubmissionForm>
    </Frame>
  );
}
