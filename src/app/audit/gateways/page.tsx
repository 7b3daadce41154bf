import { notFound } from "next/navigation";
import { type GatewayRow, viewGateways } from "@/domain/disclosures/queries/view-gateways.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { gatewayDesk as words, gatewayPartNotes, gatewayPartWords } from "@/wording/gateways.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { Checked, datesOf, reachOf, Standing } from "./gateway-dates.tsx";

/** For information governance: the four tables of the gateways, with their dates. */
export default async function GatewaysPage() {
  const actor = await requireActor();
  const found = await viewGateways(actor, {});
  if (!found) notFound();
  return (
    <Frame actor={actor} title={words.title} current="audit">
      <BackLink href="/audit">{words.back}</BackLink>
      <PageHeader
        title={words.title}
        subtitle={words.lead}
        actions={
          <ButtonLink href="/audit/gateways/new" tone="secondary">
            {words.add}
          </ButtonLink>
        }
      />
      <Stack>
        {enums.gateway_part.map((part) => (
          <Card key={part} title={gatewayPartWords[part]} note={gatewayPartNotes[part]} flush>
            <Rows rows={found.rows.filter((row) => row.part === part)} today={found.today} caption={gatewayPartWords[part]} />
          </Card>
        ))}
      </Stack>
    </Frame>
  );
}

function Rows({ rows, today, caption }: { rows: readonly GatewayRow[]; today: string; caption: string }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.reaches}</ColumnHead>
          <ColumnHead>{columns.dates}</ColumnHead>
          <ColumnHead>{columns.checked}</ColumnHead>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <RowHead label={columns.name}>
            <div>
              <a href={`/audit/gateways/${row.id}`}>
                {row.name}
              </a>
              <div className="quiet font-normal">{row.plain}</div>
            </div>
          </RowHead>
          <Cell label={columns.reaches} note={row.lawEnforcementOnly ? words.lawEnforcement : undefined}>
            {reachOf(row, today)}
          </Cell>
          <Cell label={columns.dates}>
            {datesOf(row)} <Standing row={row} today={today} />
          </Cell>
          <Cell label={columns.checked}>
            <Checked checked={row.checked} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
