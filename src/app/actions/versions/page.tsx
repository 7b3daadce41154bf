import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { listPlanVersions } from "@/domain/action-plan/queries/view-plan-versions.ts";
import { counted, momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { planWords, versionWords as words } from "@/wording/action-plan.ts";

/** Every version of a forum's plan, as its closings published them. */
export default async function PlanVersionsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { forum: asked } = await searchParams;
  const found = await listPlanVersions(actor, typeof asked === "string" ? asked.slice(0, 20).toUpperCase() : "");
  if (!found) notFound();
  const { forum, versions } = found;
  return (
    <Frame actor={actor} title={words.title(forum.code)} current="actions">
      <BackLink href={`/actions?forum=${forum.code}`}>{planWords.title}</BackLink>
      <PageHeader eyebrow={forum.name} title={words.title(forum.code)} subtitle={words.lead} />
      {versions.length === 0 ? (
        <EmptyState title={words.none.title} icon="list-checks">
          {words.none.text}
        </EmptyState>
      ) : (
        <Card flush>
          <Table
            caption={words.title(forum.code)}
            captionHidden
            head={
              <>
                <ColumnHead>{words.meeting}</ColumnHead>
                <ColumnHead>{words.version}</ColumnHead>
                <ColumnHead>{words.published}</ColumnHead>
                <ColumnHead>{words.actions}</ColumnHead>
              </>
            }
          >
            <Rows
              labels={[undefined, words.version, words.published, words.actions]}
              rows={versions.map(({ number, meeting, publishedAt, actions }) => ({
                key: meeting,
                cells: [{ reference: meeting, href: `/actions/versions/${meeting}` }, { text: String(number) }, { text: momentInWords(publishedAt), dateTime: publishedAt.toISOString() }, { text: counted(actions, "action") }],
              }))}
            />
          </Table>
        </Card>
      )}
    </Frame>
  );
}
