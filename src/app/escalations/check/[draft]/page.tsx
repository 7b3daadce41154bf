import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewCheck } from "@/domain/escalations/queries/view-composer.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { submitSend, submitSendConcern } from "../../submit.ts";

/** What the board will see, word for word, before it goes. */
export default async function CheckPage({ params }: { params: Promise<{ draft: string }> }) {
  const actor = await requireActor();
  const { draft } = await params;
  const check = /^[0-9a-f-]{36}$/.test(draft) ? await viewCheck(actor, draft) : null;
  if (!check) notFound();
  const { board, origin, title, tried, asked, given, draftId, version, maySend } = check;
  const change = `/escalations/new?draft=${draftId}`;
  const row = (key: string, value: string) => ({ key, value: <span className="whitespace-pre-line">{value}</span>, actions: [{ href: change, text: words.change, about: words.changeWhat(key) }] });
  const pageTitle = `${words.checkTitle}: ${origin.reference}`;
  return (
    <Frame actor={actor} title={pageTitle} current="escalations" marked>
      <BackLink href={change}>{words.compose}</BackLink>
      <PageHeader eyebrow={origin.reference} title={words.checkTitle} subtitle={words.checkLead} />
      <Card>
        <SummaryList
          rows={[
            { key: words.board, value: <>{board.name}{board.holder && <p className="quiet">{words.heldBy([board.holder, board.holderPost].filter(Boolean).join(", "))}</p>}</>, actions: [{ href: change, text: words.change, about: words.changeWhat(words.board) }] },
            row(words.titleField, title), row(words.asked, asked), row(words.given, given), row(words.tried, tried),
            { key: words.listBy, value: <>{inWords(board.listBy)}<p className="quiet">{words.cycle(board.cycleDays)}</p></> },
          ]}
        />
      </Card>
      {maySend ? (
        <div className="mt-6">
          <p className="mb-4 max-w-measure">{words.sendNote(board.name, inWords(board.listBy))}</p>
          {origin.kind === "concern" && <p className="mb-4 max-w-measure">{words.sendConcern}</p>}
          {board.boardId === null && <p className="mb-4 max-w-measure">{words.sendOutside}</p>}
          <PostButton submission={origin.kind === "concern" ? submitSendConcern : submitSend} submissionKey={randomUUID()} title={`${pageTitle} – ${shellWords.titleEnd}`} hidden={{ draftId, version }} tone="primary">
            {words.send}
          </PostButton>
        </div>
      ) : (
        <div className="mt-6">
          <Alert title={words.chairSends}>{words.chairSendsText}</Alert>
        </div>
      )}
    </Frame>
  );
}
