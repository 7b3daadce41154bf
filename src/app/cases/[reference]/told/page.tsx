import { notFound } from "next/navigation";
import { type ToldView, viewTold } from "@/domain/disclosures/queries/view-told.ts";
import { dayOf, momentInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { caseWords } from "@/wording/cases.ts";
import { gatewayWords, ledgerWords as words } from "@/wording/ledger.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { ElsewhereTable, GuestTable, RoomTable } from "../../../told-tables.tsx";

/** The ledger of a case: who was told, when, for whom, and under which law. */
export default async function ToldPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const told = await viewTold(actor, await readReference(params));
  if (!told) notFound();
  const { reference } = told;
  return (
    <Frame actor={actor} title={words.titleOf(reference)} current={actor.governs ? "audit" : "cases"} marked>
      <PrintHeader parts={[actor.partnershipName, told.forum, reference]} marking={shellWords.marking} />
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <PageHeader
        eyebrow={reference}
        title={words.title}
        subtitle={words.lead}
        actions={
          <ButtonLink href={`/cases/${reference}/told/export`} tone="secondary" download about={reference}>
            {words.export}
          </ButtonLink>
        }
      />
      <p className="quiet mb-4 screen-only">{words.exportNote}</p>
      <Stack>
        <Originators told={told} />
        {told.rooms.length === 0 && told.guests.length === 0 && (
          <Card title={words.inRoom}>
            <EmptyState title={words.nobody} icon="users">
              {words.nobodyText}
            </EmptyState>
          </Card>
        )}
        <Rooms told={told} />
        {told.guests.length > 0 && (
          <Card title={words.guests} note={words.guestsNote} flush>
            <GuestTable rows={told.guests} caption={words.guests} />
          </Card>
        )}
        <Card title={words.elsewhere} flush={told.elsewhere.length > 0}>
          {told.elsewhere.length === 0 ? <p className="quiet">{words.nobodyElse}</p> : <ElsewhereTable rows={told.elsewhere} by="person" />}
        </Card>
        <Given told={told} />
      </Stack>
      <PrintFooter>{caseWords.printed([actor.style, actor.name].filter(Boolean).join(" "), momentInWords(told.readAt))}</PrintFooter>
    </Frame>
  );
}

function Originators({ told: { originators } }: { told: ToldView }) {
  return (
    <Card title={words.originators} note={originators.length === 0 ? undefined : words.originatorsNote}>
      {originators.length === 0 ? (
        <p className="quiet">{words.noOriginators}</p>
      ) : (
        <ul className="list-disc pl-6">
          {originators.map(({ agency, times, last }) => (
            <li key={agency}>{words.originator(agency, times, last)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Meeting by meeting, the newest first. */
function Rooms({ told: { rooms } }: { told: ToldView }) {
  const meetings = [...new Set(rooms.map(({ meeting }) => meeting))];
  return meetings.map((meeting) => {
    const rows = rooms.filter((room) => room.meeting === meeting);
    const title = words.roomOf(meeting, rows[0] ? withWeekday(dayOf(rows[0].from)) : "");
    return (
      <Card key={meeting} title={title} flush>
        <RoomTable rows={rows} caption={title} />
      </Card>
    );
  });
}

function Given({ told: { given } }: { told: ToldView }) {
  if (given.length === 0) {
    return (
      <Card title={words.given}>
        <p className="quiet">{words.nothingWritten}</p>
      </Card>
    );
  }
  return (
    <Card title={words.given} flush>
      <Table
        caption={words.givenCaption}
        captionHidden
        head={
          <>
            <ColumnHead>{words.from}</ColumnHead>
            <ColumnHead>{words.to}</ColumnHead>
            <ColumnHead>{words.when}</ColumnHead>
            <ColumnHead>{words.gateway}</ColumnHead>
          </>
        }
      >
        {given.map(({ contributionId, from, to, at, gateway }) => (
          <tr key={`${contributionId} ${to}`}>
            <RowHead label={words.from}>{from}</RowHead>
            <Cell label={words.to}>{to}</Cell>
            <Cell label={words.when}>
              <time dateTime={at.toISOString()}>{momentInWords(at)}</time>
            </Cell>
            <Cell label={words.gateway}>{gatewayWords(gateway)}</Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
