import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { readForumCode } from "@/app/admin/forums/read-forum-code.ts";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { viewPlan } from "@/domain/forward-plan/queries/view-plan.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forwardPlanWords as words } from "@/wording/forward-plan.ts";
import { ReportFields } from "../report-fields.tsx";
import { submitChangePlanned, submitWithdrawPlanned } from "../submit.ts";

/** For whoever keeps the plan of a forum: something it expects, to be changed or withdrawn. What was received, or is on an agenda that is out, stands. */
export default async function PlannedReportPage({ params }: { params: Promise<{ forum: string; report: string }> }) {
  const actor = await requireActor();
  const { forum: said, report: id } = await params;
  const plan = await viewPlan(actor, readForumCode(said));
  const report = plan?.expected.find((one) => one.id === id && (one.on === null || one.on.isDraft));
  if (!plan?.choices || !report) notFound();
  const { forum, choices } = plan;
  const title = words.changeTitle(forum.code);
  const href = `/forums/${forum.code}/plan`;
  const hidden = { plannedId: report.id, version: report.version };
  return (
    <Frame actor={actor} title={title} current="meetings">
      <BackLink href={href}>{words.toPlan}</BackLink>
      <PageHeader eyebrow={forum.name} title={report.title} subtitle={report.by} />
      <Stack>
        <Card>
          <SubmissionForm submission={submitChangePlanned} submissionKey={randomUUID()} title={titleOf(title)} hidden={hidden} button={words.save} beside={<a href={href}>{words.cancel}</a>}>
            <ReportFields choices={choices} kept={report} />
          </SubmissionForm>
        </Card>
        <Card title={words.withdraw} note={words.withdrawNote}>
          <SubmissionForm submission={submitWithdrawPlanned} submissionKey={randomUUID()} title={titleOf(title)} idPrefix="withdraw-" hidden={hidden} button={words.withdraw} buttonTone="secondary">
            <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={2} />
          </SubmissionForm>
        </Card>
      </Stack>
    </Frame>
  );
}
