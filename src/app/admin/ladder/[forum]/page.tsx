import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewLadder } from "@/domain/escalations/queries/view-ladder.ts";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { ladderWords as words } from "@/wording/ladder.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { readForumCode } from "../../forums/read-forum-code.ts";
import { submitLadder } from "../submit.ts";

/** The next board of one forum; of a board also how often it meets. */
export default async function ForumLadderPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const code = readForumCode((await params).forum);
  const ladder = await viewLadder(actor, {});
  const forum = ladder?.forums.find((one) => one.code === code);
  if (!ladder || !forum) notFound();
  const title = words.changeOf(forum.code);
  return (
    <AdminFrame actor={actor} title={title} part="forums">
      <BackLink href="/admin/ladder">{words.title}</BackLink>
      <SubmissionForm
        submission={submitLadder}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={forum.code} title={forum.name} />}
        hidden={{ forum: forum.code, version: forum.version }}
        button={words.save}
        beside={<a href="/admin/ladder">{peopleWords.cancel}</a>}
      >
        <SelectField name="to" label={words.next} hint={words.nextHint} items={[{ value: "", text: words.none }, ...ladder.boards.filter(({ forumId }) => forumId !== forum.id).map(({ value, name }) => ({ value, text: name }))]} defaultValue={forum.to ?? ""} />
        {forum.kind === "board" && <TextField name="cycleDays" label={words.cycle} hint={words.cycleHint} inputMode="numeric" width={4} defaultValue={forum.stated === null ? undefined : String(forum.stated)} />}
      </SubmissionForm>
    </AdminFrame>
  );
}
