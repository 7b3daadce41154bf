import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { type PlanLine, type PlanVersionShown, viewPlanVersion } from "@/domain/action-plan/queries/view-plan-versions.ts";
import { dayOf, inWords, momentInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { planWords, versionWords as words } from "@/wording/action-plan.ts";
import { actionStatusLooks, namelessAction } from "@/wording/action-states.ts";
import { shellWords } from "@/wording/shell.ts";
import { dueOf } from "../../due-date.tsx";

/** The plan as a closing published it, beside the one before: done since last time first. */
export default async function PlanVersionPage({ params, searchParams }: { params: Promise<{ meeting: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { against } = await searchParams;
  const found = await viewPlanVersion(actor, { meeting: decodeURIComponent((await params).meeting).slice(0, 40).toUpperCase(), against: typeof against === "string" ? against.slice(0, 40) : null });
  if (!found) notFound();
  const { forum, version, before } = found;
  const title = words.titleOf(version.meeting, version.number);
  const shown = (Object.keys(found.sections) as (keyof PlanVersionShown["sections"])[]).filter((section) => found.sections[section].length > 0);
  const who = [actor.style, actor.name].filter(Boolean).join(" ");
  return (
    <Frame actor={actor} title={title} current="actions" marked={shown.length > 0}>
      <BackLink href={`/actions/versions?forum=${forum.code}`}>{words.back}</BackLink>
      <article className="print-landscape">
        <PrintHeader parts={[actor.partnershipName, forum.name, withWeekday(dayOf(version.startsAt))]} marking={shellWords.marking} />
        <PageHeader title={title} subtitle={`${words.publishedAt(forum.name, momentInWords(version.publishedAt))} · ${before ? words.comparedWith(before.meeting) : words.first}`} />
        {found.earlier.length > 1 && <Against found={found} />}
        {shown.length === 0 && (
          <EmptyState title={words.empty} icon="list-checks">
            {words.lead}
          </EmptyState>
        )}
        {shown.map((section) => (
          <Card key={section} title={words.sectionOf(words.sections[section], found.sections[section].length)} flush>
            <Lines lines={found.sections[section]} title={words.sections[section]} day={found.day} />
          </Card>
        ))}
        <PrintFooter>{planWords.printedAs(who, momentInWords(found.readAt))}</PrintFooter>
      </article>
    </Frame>
  );
}

function Against({ found: { version, before, earlier } }: { found: PlanVersionShown }) {
  return (
    <FilterBar action={`/actions/versions/${version.meeting}`} label={words.against} applyText={words.apply}>
      <Select id="against" name="against" label={words.against} value={before?.meeting ?? ""} items={earlier.map(({ meeting, number }) => ({ value: meeting, text: `${meeting} (${words.version.toLowerCase()} ${number})` }))} />
    </FilterBar>
  );
}

function Lines({ lines, title, day }: { lines: PlanLine[]; title: string; day: string }) {
  const { columns } = planWords;
  return (
    <Table
      caption={title}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.reference}</ColumnHead>
          <ColumnHead>{columns.action}</ColumnHead>
          <ColumnHead>{columns.owner}</ColumnHead>
          <ColumnHead>{columns.due}</ColumnHead>
          <ColumnHead>{columns.status}</ColumnHead>
        </>
      }
    >
      <Rows
        labels={[undefined, columns.action, columns.owner, columns.due, columns.status]}
        rows={lines.map((line) => {
          const notes = [line.wasDue && words.wasDue(inWords(line.wasDue)), line.wasWith && words.wasWith(line.wasWith)].filter(Boolean);
          return {
            key: line.reference,
            cells: [
              { reference: line.reference, href: `/actions/${line.reference}` },
              { text: line.text ?? namelessAction(line.agency) },
              { text: line.agency, note: line.owner },
              { due: dueOf(line, day) },
              { tag: { ...actionStatusLooks[line.status] }, ...(notes.length > 0 ? { note: notes.join(" · ") } : {}) },
            ],
          };
        })}
      />
    </Table>
  );
}
