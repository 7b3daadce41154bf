import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listChoices } from "@/domain/directory/queries/list-choices.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as words } from "@/wording/admin.ts";
import { forumKindWords } from "@/wording/forums.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitForum } from "../submit.ts";
import { TermsFields } from "../terms-fields.tsx";

export default async function NewForumPage() {
  const actor = await requireActor();
  const choices = await listChoices(actor, {});
  if (!choices) notFound();
  return (
    <AdminFrame actor={actor} title={words.add} part="forums">
      <BackLink href="/admin/forums">{words.all}</BackLink>
      <SubmissionForm
        submission={submitForum}
        submissionKey={randomUUID()}
        title={`${words.add} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.add} subtitle={words.addLead} />}
        button={words.addButton}
        beside={<Link href="/admin/forums">{peopleWords.cancel}</Link>}
      >
        <RadiosField name="kind" legend={words.kind} items={enums.forum_kind.map((value) => ({ value, text: forumKindWords[value] }))} />
        <TextField name="code" label={words.code} hint={words.codeHint} width={10} spellCheck={false} autoCapitalize="characters" autoComplete="off" />
        <TextField name="name" label={words.name} />
        <SelectField name="areaId" label={words.area} hint={words.areaHint} items={[{ value: "", text: words.noArea }, ...choices.areas.map(({ id, name }) => ({ value: id, text: name }))]} />
        <TermsFields />
      </SubmissionForm>
    </AdminFrame>
  );
}
