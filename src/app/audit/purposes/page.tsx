import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewPurposes } from "@/domain/cases/queries/list-purposes.ts";
import { reference as asReference } from "@/domain/kernel/inputs.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { DateField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { auditWords } from "@/wording/audit.ts";
import { purposeWords as words } from "@/wording/purposes.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { PurposeList } from "../../purpose-list.tsx";
import { submitAgreement, submitPurpose } from "./submit.ts";

/** For information governance: which cases it opens, for what, from when to when, and who agreed. */
export default async function PurposesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { case: typed } = await searchParams;
  const wanted = asReference.safeParse(typed).data ?? null;
  const found = await viewPurposes(actor, wanted);
  if (!found) notFound();
  const title = `${words.title} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={words.title} current="audit">
      <BackLink href="/audit">{auditWords.title}</BackLink>
      <PageHeader title={words.title} subtitle={words.lead} />
      <Stack>
        <Card title={words.list}>
          {found.purposes.length === 0 ? (
            <EmptyState title={words.none} icon="lock">
              {words.noneText}
            </EmptyState>
          ) : (
            <PurposeList purposes={found.purposes} submission={submitAgreement} title={title} showsCase />
          )}
        </Card>
        <Card title={words.ask} note={words.askNote} id="ask">
          <SubmissionForm submission={submitPurpose} submissionKey={randomUUID()} title={title} button={words.askButton}>
            <TextField name="reference" label={words.case} hint={words.caseHint} width={10} spellCheck={false} autoComplete="off" defaultValue={found.wanted ?? ""} />
            <TextareaField name="purpose" label={words.purpose} hint={words.purposeHint} rows={3} limit={600} />
            <DateField name="from" legend={words.from} hint={words.fromHint} />
            <DateField name="until" legend={words.until} hint={words.untilHint} />
          </SubmissionForm>
        </Card>
      </Stack>
    </Frame>
  );
}
