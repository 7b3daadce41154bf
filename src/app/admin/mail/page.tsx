import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { type ListedMail, listMails } from "@/domain/mail/queries/list-mails.ts";
import { mailIsSetUp } from "@/platform/mail/carrier.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { mailWords } from "@/wording/mail.ts";
import { mailDesk as words, mailProblemWords } from "@/wording/mail-desk.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { submitSendAgain } from "./submit.ts";

/** For administrators: which emails couldn't be sent and why, and which wait. */
export default async function MailPage() {
  const actor = await requireActor();
  const mails = await listMails(actor, {});
  if (!mails) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="mail">
      <PageHeader title={words.title} subtitle={words.lead} />
      <Stack>
        <Standing isDemonstration={actor.demonstration} waiting={mails.waiting} since={mails.waitingSince} />
        <Card title={words.dead} note={mails.dead.length > 0 ? words.deadNote : undefined} flush={mails.dead.length > 0}>
          {mails.dead.length > 0 ? (
            <Rows mails={mails.dead} caption={words.dead} canSend />
          ) : (
            <EmptyState title={words.noneDead} icon="circle-check">
              {words.noneDeadNote}
            </EmptyState>
          )}
        </Card>
        {mails.tried.length > 0 && (
          <Card title={words.tried} note={words.triedNote} flush>
            <Rows mails={mails.tried} caption={words.tried} />
          </Card>
        )}
      </Stack>
    </AdminFrame>
  );
}

function Standing({ isDemonstration, waiting, since }: { isDemonstration: boolean; waiting: number; since: Date | null }) {
  if (isDemonstration) {
    return (
      <Alert title={words.demonstration.title}>
        <a href="/dev/mailbox">
          {words.demonstration.mailbox}
        </a>
      </Alert>
    );
  }
  return (
    <>
      {!mailIsSetUp() && (
        <Alert kind="warning" title={words.notSetUp.title}>
          {words.notSetUp.text}
        </Alert>
      )}
      <p>{since ? words.waiting(waiting, momentInWords(since)) : words.noneWaiting}</p>
    </>
  );
}

function Rows({ mails, caption, canSend = false }: { mails: ListedMail[]; caption: string; canSend?: boolean }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.person}</ColumnHead>
          <ColumnHead>{columns.subject}</ColumnHead>
          <ColumnHead>{columns.made}</ColumnHead>
          <ColumnHead>{columns.tried}</ColumnHead>
          <ColumnHead>{columns.problem}</ColumnHead>
          {canSend && <ColumnHead>{columns.act}</ColumnHead>}
        </>
      }
    >
      {mails.map((mail) => (
        <tr key={mail.id}>
          <RowHead label={columns.person}>{mail.name}</RowHead>
          <Cell label={columns.subject}>{mailWords[mail.template].subject}</Cell>
          <Cell label={columns.made}>{momentInWords(mail.madeAt)}</Cell>
          <Cell label={columns.tried} note={words.tries(mail.tries)}>
            {mail.lastTryAt && momentInWords(mail.lastTryAt)}
          </Cell>
          <Cell label={columns.problem}>{mail.problem && mailProblemWords[mail.problem]}</Cell>
          {canSend && (
            <Cell label={columns.act} quiet={!mail.canGoAgain}>
              {mail.canGoAgain ? (
                <div className="whitespace-nowrap">
                  <PostButton submission={submitSendAgain} submissionKey={randomUUID()} title={`${words.title} – ${shellWords.titleEnd}`} hidden={{ mailId: mail.id }} small about={mailWords[mail.template].subject}>
                    {words.sendAgain}
                  </PostButton>
                </div>
              ) : (
                words.over
              )}
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}
