import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { momentInWords, slotInWords } from "@/domain/kernel/dates.ts";
import { type Sheet, viewSheet } from "@/domain/sign-in/queries/view-sheet.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { caseWords } from "@/wording/cases.ts";
import { sheetWords as words, wayWords } from "@/wording/register-ways.ts";
import { registerWords } from "@/wording/sign-in.ts";
import { Declaration } from "../register/declaration.tsx";

const blankLines = 8;

/** The register on paper: the declaration on top, a numbered line for everybody expected, and blank ones for guests. */
export default async function SheetPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const sheet = await viewSheet(actor, { reference: await readReference(params) });
  if (!sheet) notFound();
  const { reference, forum, declaration } = sheet;
  const when = `${forum} · ${slotInWords(sheet.startsAt, sheet.limitMinutes)} · ${sheet.place}`;
  return (
    <Frame actor={actor} title={`${words.title} ${reference}`} current="meetings">
      <div className="screen-only">
        <BackLink href={`/meetings/${reference}/register`}>{registerWords.title}</BackLink>
        <PageHeader eyebrow={reference} title={words.title} subtitle={words.lead} actions={sheet.allowed.enter ? <ButtonLink href={`/meetings/${reference}/sheet/enter`} tone="secondary">{wayWords.toEnter}</ButtonLink> : undefined} />
      </div>
      <PrintHeader parts={[actor.partnershipName, reference, words.title]} />
      <Stack>
        <p>{when}</p>
        <div className="signing-declaration">
          <Declaration declaration={declaration} />
        </div>
        <p>
          <strong>{words.sign}</strong>
        </p>
        <Lines sheet={sheet} />
      </Stack>
      <PrintFooter>{caseWords.printed([actor.style, actor.name].filter(Boolean).join(" "), momentInWords(sheet.readAt))}</PrintFooter>
    </Frame>
  );
}

function Lines({ sheet: { lines } }: { sheet: Sheet }) {
  const { columns } = words;
  const blank = Array.from({ length: blankLines }, (_, index) => lines.length + index + 1);
  const toFill = (label: string) => (
    <Cell label={label}>
      <span className="sr-only">{words.none}</span>
    </Cell>
  );
  return (
    <div className="signing-sheet">
      <Table
        caption={words.caption}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.number}</ColumnHead>
            <ColumnHead>{columns.name}</ColumnHead>
            <ColumnHead>{columns.agency}</ColumnHead>
            <ColumnHead>{columns.signature}</ColumnHead>
            <ColumnHead>{columns.time}</ColumnHead>
          </>
        }
      >
        {lines.map(({ number, personId, name, agency }) => (
          <tr key={personId}>
            <RowHead label={columns.number}>{number}</RowHead>
            <Cell label={columns.name}>{name}</Cell>
            <Cell label={columns.agency}>{agency}</Cell>
            {toFill(columns.signature)}
            {toFill(columns.time)}
          </tr>
        ))}
        {blank.map((number) => (
          <tr key={number}>
            <RowHead label={columns.number}>{number}</RowHead>
            {toFill(columns.name)}
            {toFill(columns.agency)}
            {toFill(columns.signature)}
            {toFill(columns.time)}
          </tr>
        ))}
      </Table>
    </div>
  );
}
