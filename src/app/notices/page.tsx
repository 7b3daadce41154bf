import { randomUUID } from "node:crypto";
import { listToldChases, type ToldChase } from "@/domain/chases/queries/list-chases.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { listNotices, type Notice } from "@/domain/mail/queries/list-notices.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { noticeOf } from "@/wording/mail.ts";
import { noticeWords as words } from "@/wording/notices.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { titleOf } from "../outside.tsx";
import { submitSeen } from "./submit.ts";

/** What a person was told: so that nothing depends on mail. */
export default async function NoticesPage() {
  const actor = await requireActor();
  const { notices, unseen, readAt } = await listNotices(actor, {});
  const managed = await listToldChases(actor, {});
  return (
    <Frame actor={actor} title={words.title} current="notices">
      <PageHeader title={words.title} subtitle={words.lead} />
      <Stack>
        {managed.length > 0 && <Managed chases={managed} />}
        <Card
          title={words.list(unseen)}
          actions={unseen > 0 ? <PostButton submission={submitSeen} submissionKey={randomUUID()} title={titleOf(words.title)} hidden={{ until: readAt.toISOString() }} small>{words.seen}</PostButton> : undefined}
        >
          {notices.length === 0 ? (
            <EmptyState title={words.none.title} icon="circle-check">
              {words.none.text}
            </EmptyState>
          ) : (
            <ul className="notices">
              {notices.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
          )}
        </Card>
        <p>
          <a href="/account/email">{words.pace}</a>
        </p>
      </Stack>
    </Frame>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { subject, about, href } = noticeOf(notice);
  return (
    <li>
      {!notice.seenAt && <Tag tone="blue">{words.isNew}</Tag>} <a href={href}>{subject}</a>
      {about && <span> {about}</span>}
      <span className="quiet block text-sm">{momentInWords(notice.madeAt)}</span>
    </li>
  );
}

const Managed = ({ chases }: { chases: ToldChase[] }) => (
  <Card title={words.managed} note={words.managedLead}>
    <SummaryList compact rows={chases.map(({ reference, owner, due, on, number }) => ({ key: reference, value: words.lateLine(owner, due, on, number) }))} />
  </Card>
);
