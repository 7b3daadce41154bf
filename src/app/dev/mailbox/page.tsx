import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { type Captured, listCaptured } from "@/domain/mail/queries/list-captured.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { mailWords } from "@/wording/mail.ts";
import { mailbox as words } from "@/wording/mail-desk.ts";
import { MailboxFrame } from "./mailbox-frame.tsx";

/** What a demonstration's people would have got by email. There is no such page where there is no demonstration. */
export default async function MailboxPage() {
  const mails = await listCaptured();
  if (!mails) notFound();
  const partnerships = [...new Set(mails.map(({ partnership }) => partnership))];
  return (
    <MailboxFrame>
      <PageHeader title={words.title} subtitle={words.lead} />
      {mails.length === 0 && (
        <Card>
          <EmptyState title={words.none} icon="inbox">
            {words.noneNote}
          </EmptyState>
        </Card>
      )}
      <Stack>
        {partnerships.map((partnership) => (
          <Card key={partnership} title={partnership} flush>
            <Rows mails={mails.filter((mail) => mail.partnership === partnership)} caption={partnership} />
          </Card>
        ))}
      </Stack>
    </MailboxFrame>
  );
}

function Rows({ mails, caption }: { mails: Captured[]; caption: string }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.subject}</ColumnHead>
          <ColumnHead>{columns.person}</ColumnHead>
          <ColumnHead>{columns.made}</ColumnHead>
        </>
      }
    >
      {mails.map((mail) => (
        <tr key={mail.id}>
          <RowHead label={columns.subject}>
            <a href={`/dev/mailbox/${mail.id}`}>
              {mailWords[mail.template].subject}
            </a>
          </RowHead>
          <Cell label={columns.person}>{mail.name}</Cell>
          <Cell label={columns.made}>{momentInWords(mail.madeAt)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
