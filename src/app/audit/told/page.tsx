import { notFound } from "next/navigation";
import { ToldQuery } from "@/domain/disclosures/inputs.ts";
import { type PersonTold, viewPersonTold } from "@/domain/disclosures/queries/view-told.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter } from "@/ui/shell/print-header.tsx";
import { auditWords } from "@/wording/audit.ts";
import { caseWords } from "@/wording/cases.ts";
import { ledgerWords as words } from "@/wording/ledger.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { CaseTable, ElsewhereTable } from "../../told-tables.tsx";

/** For information governance: what one person was told, of which cases, by reference alone. */
export default async function PersonToldPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { person } = await searchParams;
  const found = await viewPersonTold(actor, ToldQuery.parse({ person }));
  if (!found) notFound();
  return (
    <Frame actor={actor} title={words.personTitle} current="audit">
      <BackLink href="/audit">{auditWords.title}</BackLink>
      <PageHeader title={words.personTitle} subtitle={words.personLead} />
      <FilterBar action="/audit/told" label={words.filter} clearHref="/audit/told">
        <Select
          id="person"
          name="person"
          label={words.person}
          value={typeof person === "string" ? person : ""}
          items={[{ value: "", text: words.choose }, ...found.people.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency}` }))]}
        />
      </FilterBar>
      {found.person ? <Told person={found.person} /> : <p className="quiet">{words.notAsked}</p>}
      <PrintFooter>{caseWords.printed([actor.style, actor.name].filter(Boolean).join(" "), momentInWords(found.readAt))}</PrintFooter>
    </Frame>
  );
}

function Told({ person: { name, cases, elsewhere } }: { person: NonNullable<PersonTold["person"]> }) {
  const title = words.roomsOf(name);
  return (
    <Stack>
      <Card title={title} flush={cases.length > 0}>
        {cases.length === 0 ? (
          <EmptyState title={words.noRooms} icon="users">
            {words.noRoomsText}
          </EmptyState>
        ) : (
          <CaseTable rows={cases} caption={words.roomsCaption} />
        )}
      </Card>
      {elsewhere.length > 0 && (
        <Card title={words.elsewhere} flush>
          <ElsewhereTable rows={elsewhere} by="case" />
        </Card>
      )}
    </Stack>
  );
}
