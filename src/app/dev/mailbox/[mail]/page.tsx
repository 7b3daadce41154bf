import { notFound } from "next/navigation";
import { z } from "zod";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { readCaptured } from "@/domain/mail/queries/list-captured.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { mailbox as words } from "@/wording/mail-desk.ts";
import { MailboxFrame } from "../mailbox-frame.tsx";

/** One email as it would have been sent, its links to follow. */
export default async function CapturedMailPage({ params }: { params: Promise<{ mail: string }> }) {
  const id = z.uuid().safeParse((await params).mail).data;
  const mail = id && (await readCaptured(id));
  if (!mail) notFound();
  const { subject, text } = writeMail(mail);
  return (
    <MailboxFrame>
      <BackLink href="/dev/mailbox">{words.back}</BackLink>
      <PageHeader title={subject} />
      <Stack>
        <SummaryList compact rows={[{ key: words.to, value: mail.name }, { key: words.made, value: momentInWords(mail.madeAt) }]} />
        <Card>
          <Prose>
            {text.trim().split("\n\n").map((paragraph) => (
              <p key={paragraph} className="break-words whitespace-pre-line">
                {leadsHere(paragraph) ? <a href={paragraph}>{paragraph}</a> : paragraph}
              </p>
            ))}
          </Prose>
        </Card>
      </Stack>
    </MailboxFrame>
  );
}

const leadsHere = (paragraph: string) => paragraph.startsWith(`${process.env.ORIGIN}/`) && !/\s/.test(paragraph);
