import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewLadder } from "@/domain/escalations/queries/view-ladder.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { ladderWords as words } from "@/wording/ladder.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { AdminFrame } from "../../../admin-frame.tsx";
import { BoardFields } from "../../board-fields.tsx";
import { submitBoardChange } from "../../submit.ts";

export default async function BoardPage({ params }: { params: Promise<{ board: string }> }) {
  const actor = await requireActor();
  const { board: id } = await params;
  const ladder = await viewLadder(actor, {});
  const board = ladder?.outside.find((one) => one.id === id);
  if (!ladder || !board) notFound();
  return (
    <AdminFrame actor={actor} title={words.changeTitle} part="forums">
      <BackLink href="/admin/ladder">{words.title}</BackLink>
      <SubmissionForm submission={submitBoardChange} submissionKey={randomUUID()} title={`${words.changeTitle} – ${shellWords.titleEnd}`} heading={<PageHeader title={board.name} />} hidden={{ boardId: board.id, version: board.version }} button={words.save} beside={<a href="/admin/ladder">{peopleWords.cancel}</a>}>
        <BoardFields people={ladder.people} board={board} />
      </SubmissionForm>
    </AdminFrame>
  );
}
