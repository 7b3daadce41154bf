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
import { submitBoard } from "../../submit.ts";

export default async function NewBoardPage() {
  const actor = await requireActor();
  const ladder = await viewLadder(actor, {});
  if (!ladder) notFound();
  return (
    <AdminFrame actor={actor} title={words.addTitle} part="forums">
      <BackLink href="/admin/ladder">{words.title}</BackLink>
      <SubmissionForm submission={submitBoard} submissionKey={randomUUID()} title={`${words.addTitle} – ${shellWords.titleEnd}`} heading={<PageHeader title={words.addTitle} subtitle={words.outsideNote} />} button={words.save} beside={<a href="/admin/ladder">{peopleWords.cancel}</a>}>
        <BoardFields people={ladder.people} />
      </SubmissionForm>
    </AdminFrame>
  );
}
