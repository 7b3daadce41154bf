import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { type KeptAgency, listAgencies } from "@/domain/directory/queries/view-places.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agencyDesk as words } from "@/wording/admin.ts";
import { agencyKindWords } from "@/wording/gateways.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { submitAgency } from "./submit.ts";

/** The agencies of the partnership, for administrators. */
export default async function AgenciesPage() {
  const actor = await requireActor();
  const agencies = await listAgencies(actor, {});
  if (!agencies) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="agencies">
      <PageHeader title={words.title} subtitle={words.lead} />
      <Columns
        main={agencies.length > 0 ? <Agencies agencies={agencies} /> : <Card><EmptyState title={words.none.title} icon="building-2">{words.none.text}</EmptyState></Card>}
        side={
          <Stack>
            <Card title={words.add}>
              <SubmissionForm submission={submitAgency} submissionKey={randomUUID()} title={`${words.title} – ${shellWords.titleEnd}`} button={words.addButton}>
                <TextField name="name" label={words.name} />
                <TextField name="shortName" label={words.shortName} hint={words.shortHint} />
                <SelectField name="kind" label={words.kind} hint={words.kindHint} items={[{ value: "", text: words.selectKind }, ...enums.agency_kind.map((value) => ({ value, text: agencyKindWords[value] }))]} />
              </SubmissionForm>
            </Card>
          </Stack>
        }
      />
    </AdminFrame>
  );
}

function Agencies({ agencies }: { agencies: KeptAgency[] }) {
  const { columns } = words;
  return (
    <Card flush>
      <Table
        caption={words.title}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.name}</ColumnHead>
            <ColumnHead>{columns.kind}</ColumnHead>
            <ColumnHead numeric>{columns.people}</ColumnHead>
          </>
        }
      >
        {agencies.map(({ id, name, shortName, kind, people }) => (
          <tr key={id}>
            <RowHead label={columns.name}>
              <div>
                <Link href={`/admin/agencies/${id}`} prefetch={false}>
                  {name}
                </Link>
                {shortName !== name && <div className="quiet font-normal">{shortName}</div>}
              </div>
            </RowHead>
            <Cell label={columns.kind}>{agencyKindWords[kind]}</Cell>
            <Cell label={columns.people} numeric>
              {people}
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
