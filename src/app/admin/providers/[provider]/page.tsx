import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewOrganisation } from "@/domain/organisations/queries/view-organisations.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { providerDesk as words } from "@/wording/organisation.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitOrganisationChange, submitOrganisationEnd } from "../submit.ts";

const formTitle = `${words.title} – ${shellWords.titleEnd}`;
/** Chosen whole by one click, and broken anywhere: addresses are long. */
const address = (text: string) => <code className="select-all break-all">{text}</code>;

/** One organisation's sign-in: what its administrators have to enter there, its domains, its secret and its end. */
export default async function ProviderPage({ params }: { params: Promise<{ provider: string }> }) {
  const actor = await requireActor();
  const found = await viewOrganisation(actor, (await params).provider);
  if (!found) notFound();
  const { id, name, issuer, clientId, domains, redirectAddress, people, endedAt } = found;
  const hidden = { organisationId: id };
  return (
    <AdminFrame actor={actor} title={words.title} part="providers">
      <BackLink href="/admin/providers">{words.all}</BackLink>
      <PageHeader title={name} actions={endedAt ? <Tag>{words.ended}</Tag> : undefined} />
      <Stack>
        <Card title={words.facts} note={words.redirectNote}>
          <SummaryList
            rows={[
              { key: words.redirect, value: address(redirectAddress) },
              { key: words.issuer, value: address(issuer) },
              { key: words.clientId, value: address(clientId) },
              { key: words.domains, value: domains.join(", ") || undefined },
              { key: words.columns.people, value: people },
            ]}
          />
        </Card>
        {!endedAt && (
          <Card title={words.change} note={words.changeNote}>
            <SubmissionForm submission={submitOrganisationChange} submissionKey={randomUUID()} title={formTitle} hidden={hidden} button={words.submitChange} buttonTone="secondary">
              <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={name} />
              <TextareaField name="domains" label={words.domains} hint={words.domainsHint} rows={3} defaultValue={domains.join("\n")} />
              <TextField name="clientSecret" label={words.newSecret} hint={words.newSecretHint} spellCheck={false} autoComplete="off" />
            </SubmissionForm>
          </Card>
        )}
        {!endedAt && (
          <Card title={words.end} note={words.endNote}>
            <PostButton submission={submitOrganisationEnd} submissionKey={randomUUID()} title={formTitle} hidden={hidden}>
              {words.end}
            </PostButton>
          </Card>
        )}
      </Stack>
    </AdminFrame>
  );
}
