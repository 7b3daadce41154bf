import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { AdminFrame } from "@/app/admin/admin-frame.tsx";
import { listChoices } from "@/domain/directory/queries/list-choices.ts";
import { viewForum } from "@/domain/directory/queries/view-forum.ts";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as words } from "@/wording/admin.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { readForumCode } from "../../read-forum-code.ts";
import { submitForumChange } from "../../submit.ts";

export default async function ChangeForumPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const forum = await viewForum(actor, readForumCode((await params).forum));
  const choices = await listChoices(actor, {});
  if (!forum || !choices) notFound();
  return (
    <AdminFrame actor={actor} title={`${words.changeTitle}: ${forum.code}`} part="forums">
      <BackLink href={`/admin/forums/${forum.code}`}>{forum.code}</BackLink>
      <SubmissionForm
        submission={submitForumChange}
        submissionKey={randomUUID()}
        title={`${words.changeTitle}: ${forum.code} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={forum.code} title={words.changeTitle} />}
        hidden={{ forum: forum.code, version: forum.version }}
        button={words.save}
        beside={<Link href={`/admin/forums/${forum.code}`}>{peopleWords.cancel}</Link>}
      >
        <TextField name="name" label={words.name} defaultValue={forum.name} />
        <SelectField name="areaId" label={words.area} items={[{ value: "", text: words.noArea }, ...choices.areas.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={forum.area?.id} />
      </SubmissionForm>
    </AdminFrame>
  );
}
