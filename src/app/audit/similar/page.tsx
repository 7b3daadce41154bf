import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { type AskedFor, listRuns, type Run } from "@/domain/repeats/queries/list-runs.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { auditWords } from "@/wording/audit.ts";
import { repeatWords as words } from "@/wording/repeats.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";

/** For information governance: who asked whether other services hold something similar, how often, and what came of it. */
export default async function RunsPage() {
  const actor = await requireActor();
  const found = await listRuns(actor, {});
  if (!found) notFound();
  return (
    <Frame actor={actor} title={words.runs} current="audit">
      <BackLink href="/audit">{auditWords.title}</BackLink>
      <PageHeader title={words.runs} subtitle={words.runsLead(found.days)} />
      {found.runs.length === 0 ? (
        <Card>
          <EmptyState title={words.noRuns} icon="search">
            {words.noRunsText}
          </EmptyState>
        </Card>
      ) : (
        <Stack>
          <Card flush>
            <Runs runs={found.runs} />
          </Card>
          <Card title={words.checksTitle} flush>
            <Checks checks={found.checks} />
          </Card>
        </Stack>
      )}
    </Frame>
  );
}

const Runs = ({ runs }: { runs: Run[] }) => (
  <Table
    caption={words.runsCaption}
    captionHidden
    head={
      <>
        <ColumnHead>{words.person}</ColumnHead>
        <ColumnHead numeric>{words.checks}</ColumnHead>
        <ColumnHead numeric>{words.referrals}</ColumnHead>
        <ColumnHead numeric>{words.neverSent}</ColumnHead>
        <ColumnHead numeric>{words.toldYes}</ColumnHead>
        <ColumnHead numeric>{words.talkCount}</ColumnHead>
        <ColumnHead>{words.last}</ColumnHead>
      </>
    }
  >
    {runs.map((run) => (
      <tr key={run.personId}>
        <td data-label={words.person}>
          {run.name}, {run.agency} {run.suspicious && <Tag tone="amber" icon="circle-alert">{words.look}</Tag>}
        </td>
        <td data-label={words.checks} className="numeric">{run.checks}</td>
        <td data-label={words.referrals} className="numeric">{run.referrals}</td>
        <td data-label={words.neverSent} className="numeric">{run.neverSent}</td>
        <td data-label={words.toldYes} className="numeric">{run.toldYes}</td>
        <td data-label={words.talkCount} className="numeric">{run.talks}</td>
        <td data-label={words.last}>{momentInWords(run.lastAt)}</td>
      </tr>
    ))}
  </Table>
);

const Checks = ({ checks }: { checks: AskedFor[] }) => (
  <Table
    caption={words.checksCaption}
    captionHidden
    head={
      <>
        <ColumnHead>{words.asked}</ColumnHead>
        <ColumnHead>{words.person}</ColumnHead>
        <ColumnHead>{words.purposeHead}</ColumnHead>
        <ColumnHead>{words.answered}</ColumnHead>
      </>
    }
  >
    {checks.map((check) => (
      <tr key={check.id}>
        <td data-label={words.asked}>{momentInWords(check.askedAt)}</td>
        <td data-label={words.person}>
          {check.name}, {check.agency}
        </td>
        <td data-label={words.purposeHead} className="whitespace-pre-line">{check.purpose}</td>
        <td data-label={words.answered}>{words.answers[`${check.similar}`]}</td>
      </tr>
    ))}
  </Table>
);
