import { notFound } from "next/navigation";
import { type EventPage, listEvents } from "@/domain/audit/queries/list-events.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { DateInput } from "@/ui/forms/date-input.tsx";
import { ErrorSummary } from "@/ui/forms/error-summary.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { TextInput } from "@/ui/forms/text-input.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { auditEventWords } from "@/wording/audit-events.ts";
import { eventSentence } from "@/wording/audit-sentences.ts";
import { auditWords as words } from "@/wording/audit.ts";
import { gatewayDesk } from "@/wording/gateways.ts";
import { ledgerWords } from "@/wording/ledger.ts";
import { purposeWords } from "@/wording/purposes.ts";
import { repeatWords } from "@/wording/repeats.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { type FilterErrors, readFilters, type Typed } from "./read-filters.ts";

type Query = Record<string, string | string[] | undefined>;

/** The desk of information governance: who saw, changed and told what, in sentences. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const typed: Typed = Object.fromEntries(Object.entries(await searchParams).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  const { filters, errors } = readFilters(typed);
  const model = await listEvents(actor, filters);
  if (!model) notFound();
  const failed = Object.keys(errors).length > 0;
  return (
    <Frame actor={actor} title={failed ? words.titleFailed : words.title} current="audit">
      {failed && <ErrorSummary takesFocus errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${name}-day` }))} />}
      <PageHeader title={words.title} subtitle={words.subtitle(words.events(model.chain))} />
      <p className="mb-4">
        <a href="/audit/purposes">
          {purposeWords.title}
        </a>{" "}
        ·{" "}
        <a href="/audit/told">
          {ledgerWords.personTitle}
        </a>{" "}
        ·{" "}
        <a href="/audit/gateways">
          {gatewayDesk.title}
        </a>{" "}
        ·{" "}
        <a href="/audit/similar">
          {repeatWords.runs}
        </a>
      </p>
      <ChainState outside={model.outside} />
      <Filters typed={typed} errors={errors} people={model.people} />
      {model.events.length > 0 && <ExportLink typed={typed} />}
      {model.events.length > 0 ? (
        <Card flush>
          <EventTable events={model.events} />
        </Card>
      ) : (
        <Card>
          <EmptyState title={words.none} icon="history" actions={<ButtonLink href="/audit" tone="secondary">{words.clear}</ButtonLink>}>
            {words.noneNote}
          </EmptyState>
        </Card>
      )}
      <Older model={model} typed={typed} />
    </Frame>
  );
}

/** Whether whoever changed the chain could be found out by what stands outside the database. */
function ChainState({ outside }: Pick<EventPage, "outside">) {
  return <p className="mb-4">{outside ? words.outside(outside.seq.toLocaleString("en-GB"), momentInWords(new Date(outside.at))) : words.notOutside}</p>;
}

function ExportLink({ typed: { before: _, ...filters } }: { typed: Typed }) {
  return (
    <p className="screen-only mb-4">
      <a href={`/audit/export?${new URLSearchParams(filters)}`} download>
        {words.export}
      </a>
    </p>
  );
}

function Filters({ typed, errors, people }: { typed: Typed; errors: FilterErrors; people: EventPage["people"] }) {
  const day = (name: "from" | "to") => ({ day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] });
  return (
    <FilterBar action="/audit" label={words.filter} clearHref="/audit">
      <Select id="person" name="person" label={words.person} value={typed.person ?? ""} items={[{ value: "", text: words.anyPerson }, ...people.map(({ id, name }) => ({ value: id, text: name }))]} />
      <TextInput id="reference" name="reference" label={words.reference} value={typed.reference} width={10} spellCheck={false} autoComplete="off" />
      <Select id="kind" name="kind" label={words.kind} value={typed.kind ?? ""} items={[{ value: "", text: words.anyKind }, ...Object.entries(auditEventWords).map(([value, text]) => ({ value, text }))]} />
      <DateInput id="from" name="from" legend={words.from} values={day("from")} error={errors.from} />
      <DateInput id="to" name="to" legend={words.to} values={day("to")} error={errors.to} />
    </FilterBar>
  );
}

function EventTable({ events }: { events: EventPage["events"] }) {
  return (
    <Table
      caption={words.caption}
      captionHidden
      head={
        <>
          <ColumnHead>{words.number}</ColumnHead>
          <ColumnHead>{words.what}</ColumnHead>
          <ColumnHead>{words.record}</ColumnHead>
          <ColumnHead>{words.when}</ColumnHead>
        </>
      }
    >
      <Rows
        labels={[words.number, words.what, words.record, words.when]}
        rows={events.map((event) => ({
          key: String(event.seq),
          cells: [
            { text: event.seq.toLocaleString("en-GB") },
            { text: eventSentence(event), ...(event.reason && { note: `${words.reason}: ${event.reason}` }) },
            event.reference === null ? { text: words.noRecord, quiet: true } : { reference: event.reference, href: `/audit?reference=${encodeURIComponent(event.reference)}` },
            { text: momentInWords(event.at), dateTime: event.at.toISOString() },
          ],
        }))}
      />
    </Table>
  );
}

function Older({ model: { older }, typed }: { model: EventPage; typed: Typed }) {
  const { before, ...filters } = typed;
  const address = (more: Typed) => `/audit?${new URLSearchParams({ ...filters, ...more })}`;
  if (older === null && before === undefined) return null;
  return (
    <nav className="pagination screen-only mt-4" aria-label={words.pages}>
      {before !== undefined && <a href={address({})}>{words.newest}</a>}
      {older !== null && <a href={address({ before: String(older) })}>{words.older}</a>}
    </nav>
  );
}
