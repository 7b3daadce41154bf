import { notFound } from "next/navigation";
import { listOrganisations, type Organisation } from "@/domain/organisations/queries/view-organisations.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { providerDesk as words } from "@/wording/organisation.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";

/** For administrators: the organisations whose people sign in with their own accounts. */
export default async function ProvidersPage() {
  const actor = await requireActor();
  const found = await listOrganisations(actor, {});
  if (!found) notFound();
  const add = <ButtonLink href="/admin/providers/new" tone="secondary">{words.add}</ButtonLink>;
  return (
    <AdminFrame actor={actor} title={words.title} part="providers">
      <PageHeader title={words.title} subtitle={words.lead} actions={found.organisations.length > 0 ? add : undefined} />
      {found.waiting > 0 && (
        <p className="mb-4">
          <a href="/admin/requests">
            {words.requests(found.waiting)}
          </a>
        </p>
      )}
      {found.organisations.length > 0 ? (
        <Card flush>
          <Rows organisations={found.organisations} />
        </Card>
      ) : (
        <Card>
          <EmptyState title={words.none} icon="building-2" actions={add}>
            {words.noneNote}
          </EmptyState>
        </Card>
      )}
    </AdminFrame>
  );
}

function Rows({ organisations }: { organisations: Organisation[] }) {
  const { columns } = words;
  return (
    <Table
      caption={words.title}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.domains}</ColumnHead>
          <ColumnHead numeric>{columns.people}</ColumnHead>
        </>
      }
    >
      {organisations.map(({ id, name, domains, people, endedAt }) => (
        <tr key={id}>
          <RowHead label={columns.name}>
            <div>
              <a href={`/admin/providers/${id}`}>
                {name}
              </a>{" "}
              {endedAt && <Tag>{words.ended}</Tag>}
            </div>
          </RowHead>
          <Cell label={columns.domains}>{domains.join(", ")}</Cell>
          <Cell label={columns.people} numeric>
            {people}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
