import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { viewPressure } from "@/domain/action-plan/queries/view-pressure.ts";
import { monthInWords } from "@/domain/kernel/dates.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { planWords, pressureWords as words } from "@/wording/action-plan.ts";
import { capacityReasonWords } from "@/wording/action-states.ts";

/** What stands in the way of each agency of a forum: for its chair's office. */
export default async function PressurePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { forum: asked } = await searchParams;
  const found = await viewPressure(actor, typeof asked === "string" ? asked.slice(0, 20).toUpperCase() : "");
  if (!found) notFound();
  const { forum, from, agencies } = found;
  const listed = (agency: string, status: string) => `/actions?${new URLSearchParams({ forum: forum.code, status, agency })}`;
  return (
    <Frame actor={actor} title={words.title} current="actions">
      <BackLink href={`/actions?forum=${forum.code}`}>{planWords.title}</BackLink>
      <PageHeader eyebrow={forum.name} title={words.title} subtitle={words.lead(monthInWords(from))} />
      {agencies.length === 0 ? (
        <EmptyState title={words.none.title} icon="list-checks">
          {words.none.text}
        </EmptyState>
      ) : (
        <Card flush>
          <Table
            caption={words.caption}
            captionHidden
            head={
              <>
                <ColumnHead>{words.agency}</ColumnHead>
                <ColumnHead numeric>{words.open}</ColumnHead>
                <ColumnHead numeric>{words.late}</ColumnHead>
                <ColumnHead numeric>{words.notDone}</ColumnHead>
                {enums.capacity_reason.map((reason) => (
                  <ColumnHead key={reason} numeric>
                    {capacityReasonWords[reason]}
                  </ColumnHead>
                ))}
              </>
            }
          >
            {agencies.map(({ id, name, open, late, notDone, reasons }) => (
              <tr key={id}>
                <RowHead label={words.agency}>{name}</RowHead>
                <Cell label={words.open} numeric quiet={open === 0}>
                  {open === 0 ? 0 : <a href={listed(id, "open")}>{open}</a>}
                </Cell>
                <Cell label={words.late} numeric quiet={late === 0}>
                  {late === 0 ? 0 : <a href={listed(id, "overdue")}>{late}</a>}
                </Cell>
                <Cell label={words.notDone} numeric quiet={notDone === 0}>
                  {notDone}
                </Cell>
                {enums.capacity_reason.map((reason) => (
                  <Cell key={reason} label={capacityReasonWords[reason]} numeric quiet={reasons[reason] === 0}>
                    {reasons[reason]}
                  </Cell>
                ))}
              </tr>
            ))}
          </Table>
        </Card>
      )}
    </Frame>
  );
}
