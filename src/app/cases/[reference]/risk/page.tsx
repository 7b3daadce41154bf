import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { riskFactors } from "@/domain/kernel/risk-matrix.ts";
import type { Assessment } from "@/domain/risk/queries/list-assessments.ts";
import { viewRisk } from "@/domain/risk/queries/view-risk.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseWords, riskTones, riskWords } from "@/wording/cases.ts";
import { riskFactorWords, riskLevelWords, riskPage as words, totalWords } from "@/wording/risk.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { RiskFields } from "../../../risk-fields.tsx";
import { submitRisk } from "./submit.ts";

/** The risk of a case: how it was scored each time, and for the chair's office a new scoring. */
export default async function RiskPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewRisk(actor, await readReference(params));
  if (!found) notFound();
  const { reference, version, risk, assessments, allowed } = found;
  const title = words.titleOf(reference);
  const [latest] = assessments;
  return (
    <Frame actor={actor} title={title} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <PageHeader eyebrow={reference} title={words.title} subtitle={latest ? words.lead(risk) : words.notScored(risk)} />
      <Stack>
        <Card title={words.course} flush={assessments.length > 0}>
          {assessments.length === 0 ? (
            <EmptyState title={words.none} icon="gavel">
              {words.noneText}
            </EmptyState>
          ) : (
            <Course assessments={assessments} />
          )}
        </Card>
        {latest && (
          <Card title={words.latest}>
            <SummaryList rows={riskFactors.map((factor) => ({ key: riskFactorWords[factor], value: riskLevelWords[factor][latest[factor]] }))} />
          </Card>
        )}
        {allowed.assess && (
          <Card title={words.score} note={words.scoreNote} id="score">
            <SubmissionForm
              submission={submitRisk}
              submissionKey={randomUUID()}
              title={`${title} – ${shellWords.titleEnd}`}
              hidden={{ reference, version }}
              button={words.submit}
              beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
            >
              <RiskFields scores={latest} />
            </SubmissionForm>
          </Card>
        )}
      </Stack>
    </Frame>
  );
}

const Course = ({ assessments }: { assessments: readonly Assessment[] }) => (
  <Table
    caption={words.courseCaption}
    captionHidden
    head={
      <>
        <ColumnHead>{words.columns.when}</ColumnHead>
        <ColumnHead>{words.columns.total}</ColumnHead>
        <ColumnHead>{words.columns.risk}</ColumnHead>
        <ColumnHead>{words.columns.by}</ColumnHead>
      </>
    }
  >
    {assessments.map(({ id, assessedAt, total, band, risk, judgementReason, by, meeting }) => (
      <tr key={id}>
        <RowHead label={words.columns.when}>
          {momentInWords(assessedAt)}
          {meeting && <span className="quiet block">{words.at(meeting)}</span>}
        </RowHead>
        <Cell label={words.columns.total}>{totalWords(total)}</Cell>
        <Cell label={words.columns.risk}>
          <Tag tone={riskTones[risk]}>{riskWords[risk]}</Tag>
          {judgementReason && <span className="quiet block">{words.raised(band, judgementReason)}</span>}
        </Cell>
        <Cell label={words.columns.by}>{by}</Cell>
      </tr>
    ))}
  </Table>
);
