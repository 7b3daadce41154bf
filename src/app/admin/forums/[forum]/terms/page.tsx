import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { AdminFrame } from "@/app/admin/admin-frame.tsx";
import { viewForum } from "@/domain/directory/queries/view-forum.ts";
import { DateField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as words } from "@/wording/admin.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { readForumCode } from "../../read-forum-code.ts";
import { submitTerms } from "../../submit.ts";
import { TermsFields } from "../../terms-fields.tsx";

/** A new version of the terms of reference, written from the latest. */
export default async function TermsPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const forum = await viewForum(actor, readForumCode((await params).forum));
  if (!forum) notFound();
  const latest = forum.terms[0];
  return (
    <AdminFrame actor={actor} title={`${words.adoptTitle}: ${forum.code}`} part="forums">
      <BackLink href={`/admin/forums/${forum.code}`}>{forum.code}</BackLink>
      <SubmissionForm
        submission={submitTerms}
        submissionKey={randomUUID()}
        title={`${words.adoptTitle}: ${forum.code} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={forum.code} title={words.adoptTitle} subtitle={words.adoptLead} />}
        hidden={{ forum: forum.code, version: latest?.version ?? 0 }}
        button={words.adoptButton}
        beside={<Link href={`/admin/forums/${forum.code}`}>{peopleWords.cancel}</Link>}
      >
        <TermsFields terms={latest} />
        <DateField name="from" legend={words.from} />
      </SubmissionForm>
    </AdminFrame>
  );
}
