import Link from "next/link";
import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { type AccessRequest, listRequests } from "@/domain/organisations/queries/view-requests.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { requestDesk as words } from "@/wording/organisation.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { RequestStanding } from "./request-standing.tsx";

/** For administrators: who wants to come in, those that wait first. */
export default async function RequestsPage() {
  const actor = await requireActor();
  const requests = await listRequests(actor, {});
  if (!requests) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="requests">
      <PageHeader title={words.title} subtitle={words.lead} />
      {requests.length > 0 ? (
        <Card flush>
          <Rows requests={requests} />
        </Card>
      ) : (
        <Card>
          <EmptyState title={words.none} icon="inbox">
            {words.noneNote}
          </EmptyState>
        </Card>
      )}
    </AdminFrame>
  );
}

function Rows({ requests }: { requests: AccessRequest[] }) {
  const { columns } = words;
  return (
    <Table
      caption={words.title}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.name}</ColumnHead>
          <ColumnHead>{columns.organisation}</ColumnHead>
          <ColumnHead>{columns.asked}</ColumnHead>
          <ColumnHead>{columns.decided}</ColumnHead>
        </>
      }
    >
      {requests.map((request) => (
        <tr key={request.id}>
          <RowHead label={columns.name}>
            <div>
              <Link href={`/admin/requests/${request.id}`} prefetch={false}>
                {request.name || words.noName}
              </Link>
              <div className="quiet font-normal wrap-anywhere">{request.email || words.noEmail}</div>
            </div>
          </RowHead>
          <Cell label={columns.organisation}>{request.organisation}</Cell>
          <Cell label={columns.asked}>{momentInWords(request.askedAt)}</Cell>
          <Cell label={columns.decided}>
            <RequestStanding request={request} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
