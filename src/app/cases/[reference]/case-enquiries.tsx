import { listCaseEnquiries } from "@/domain/enquiries/queries/view-enquiries.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { enquiryStateWords, enquiryWords as words } from "@/wording/enquiries.ts";

/** For the chair's office: what was asked of those who aren't at the table. Nothing where nobody was. */
export async function CaseEnquiries({ actor, reference }: { actor: Actor; reference: string }) {
  const enquiries = await listCaseEnquiries(actor, reference);
  if (enquiries.length === 0) return null;
  const { columns } = words;
  return (
    <Card title={words.onCase} flush>
      <Table
        caption={words.onCase}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.reference}</ColumnHead>
            <ColumnHead>{columns.agency}</ColumnHead>
            <ColumnHead>{columns.by}</ColumnHead>
            <ColumnHead>{columns.state}</ColumnHead>
          </>
        }
      >
        {enquiries.map((one) => (
          <tr key={one.reference}>
            <RowHead label={columns.reference}>
              <Reference href={`/enquiries/${one.reference}`}>{one.reference}</Reference>
            </RowHead>
            <Cell label={columns.agency}>{one.agency}</Cell>
            <Cell label={columns.by}>{inWords(one.answerBy)}</Cell>
            <Cell label={columns.state}>{enquiryStateWords[one.state]}</Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
