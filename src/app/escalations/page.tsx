import { listEscalations, type TrackedEscalation, type Tracker } from "@/domain/escalations/queries/list-escalations.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { TaskList } from "@/ui/content/task-list.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { EscalationTag } from "./escalation-tag.tsx";

/** The tracker: one line for each, and whether it is on that board's agenda. */
export default async function EscalationsPage() {
  const actor = await requireActor();
  const tracker = await listEscalations(actor, {});
  return (
    <Frame actor={actor} title={words.title} current="escalations">
      <PageHeader title={words.title} subtitle={words.lead} />
      {tracker.sits ? <Lists tracker={tracker} /> : <EmptyState title={words.noForum.title} icon="send">{words.noForum.text}</EmptyState>}
    </Frame>
  );
}

function Lists({ tracker: { sent, inbound, over, drafts } }: { tracker: Tracker }) {
  const nothing = sent.length + inbound.length + over.length + drafts.length === 0;
  if (nothing) {
    return (
      <EmptyState title={words.emptyTitle} icon="send">
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <Stack>
      {drafts.length > 0 && (
        <Card title={words.drafts} note={words.draftsNote}>
          <TaskList id="drafts" items={drafts.map(({ id, title, reference, forum, board, savedOn }) => ({ title: words.draft(title, reference), href: `/escalations/check/${id}`, hint: words.draftFor(forum, board, inWords(savedOn)), status: words.check }))} />
        </Card>
      )}
      {inbound.length > 0 && <List title={words.inbound} rows={inbound} inbound />}
      <List title={words.sent} rows={sent} />
      {over.length > 0 && <List title={words.over} rows={over} caption={words.overCaption} />}
    </Stack>
  );
}

function List({ title, rows, inbound = false, caption = words.caption }: { title: string; rows: TrackedEscalation[]; inbound?: boolean; caption?: string }) {
  const { columns } = words;
  if (rows.length === 0) {
    return (
      <Card title={title}>
        <p className="quiet">{words.emptyTitle}</p>
      </Card>
    );
  }
  return (
    <Card title={title} flush>
      <Table
        caption={caption}
        head={
          <>
            <ColumnHead>{columns.what}</ColumnHead>
            <ColumnHead>{columns.board}</ColumnHead>
            <ColumnHead>{columns.next}</ColumnHead>
            <ColumnHead>{columns.listed}</ColumnHead>
            <ColumnHead>{columns.heard}</ColumnHead>
            <ColumnHead>{columns.decided}</ColumnHead>
            <ColumnHead numeric>{columns.days}</ColumnHead>
          </>
        }
      >
        {rows.map((row) => (
          <Row key={row.id} row={row} inbound={inbound} />
        ))}
      </Table>
    </Card>
  );
}

function Row({ row, inbound }: { row: TrackedEscalation; inbound: boolean }) {
  const { columns } = words;
  const isOver = row.endedOn !== null;
  return (
    <tr>
      <RowHead label={columns.what}>
        <Reference href={`/escalations/${row.reference}`}>{row.reference}</Reference> <span className="font-normal">{row.title}</span>
        <p>
          <EscalationTag escalation={row} />
        </p>
      </RowHead>
      <Cell label={columns.board} note={inbound ? words.from(row.forum) : row.holder ? words.heldBy(row.holder) : undefined}>
        {row.board}
      </Cell>
      <Cell label={columns.next}>{isOver ? words.no : row.nextMeeting ? inWords(row.nextMeeting) : words.unknown}</Cell>
      <Cell label={columns.listed} note={row.listedOn ? words.afterDays(row.daysToListed) : isOver ? undefined : words.by(inWords(row.listBy))}>
        {row.listedOn ? words.yesOn(inWords(row.listedOn), row.listedAs) : isOver ? words.no : words.notYet}
      </Cell>
      <Cell label={columns.heard}>{row.heardOn ? words.yesOn(inWords(row.heardOn), row.heardAs) : isOver ? words.no : words.notYet}</Cell>
      <Cell label={columns.decided} note={row.answeredOn ? words.afterDays(row.daysToAnswer) : undefined}>
        {row.answeredOn ? inWords(row.answeredOn) : isOver ? words.no : words.notYet}
      </Cell>
      <Cell label={columns.days} numeric>
        {row.days}
      </Cell>
    </tr>
  );
}
