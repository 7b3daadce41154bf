import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { readForumCode } from "@/app/admin/forums/read-forum-code.ts";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { viewPlan } from "@/domain/forward-plan/queries/view-plan.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forwardPlanWords as words } from "@/wording/forward-plan.ts";
import { ReportFields } from "../report-fields.tsx";
import { submitPlanReport } from "../submit.ts";

/** For whoever keeps the plan of a forum: something it expects. */
export default async function PlanReportPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const plan = await viewPlan(actor, readForumCode((await params).forum));
  if (!plan?.choices) notFound();
  const { forum, choices } = plan;
  const title = words.addTitle(forum.code);
  const href = `/forums/${forum.code}/plan`;
  return (
    <Frame actor={actor} title={title} current="meetings">
      <BackLink href={href}>{words.toPlan}</BackLink>
      <SubmissionForm
        submission={submitPlanReport}
        submissionKey={randomUUID()}
        title={titleOf(title)}
        hidden={{ forum: forum.code }}
        heading={<PageHeader eyebrow={forum.name} title={words.add} subtitle={words.lead} />}
        button={words.add}
        beside={<a href={href}>{words.cancel}</a>}
      >
        <ReportFields choices={choices} />
      </SubmissionForm>
    </Frame>
  );
}
