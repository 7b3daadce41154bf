import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import { DateField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { settingsWords as words } from "@/wording/admin.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitDeclaration } from "../submit.ts";

/** A new version of the declaration, written from the latest. */
export default async function DeclarationPage() {
  const actor = await requireActor();
  const settings = await viewSettings(actor, {});
  const latest = settings?.declarations[0];
  if (!latest) notFound();
  return (
    <AdminFrame actor={actor} title={words.adoptTitle} part="settings">
      <BackLink href="/admin/settings">{words.back}</BackLink>
      <SubmissionForm
        submission={submitDeclaration}
        submissionKey={randomUUID()}
        title={`${words.adoptTitle} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.adoptTitle} subtitle={words.adoptLead} />}
        hidden={{ version: latest.version }}
        button={words.adoptButton}
        beside={<Link href="/admin/settings">{peopleWords.cancel}</Link>}
      >
        <TextareaField name="text" label={words.text} hint={words.textHint} rows={24} limit={20_000} defaultValue={latest.text} />
        <DateField name="from" legend={words.from} />
      </SubmissionForm>
    </AdminFrame>
  );
}
