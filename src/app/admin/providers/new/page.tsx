import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { listOrganisations } from "@/domain/organisations/queries/view-organisations.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { providerDesk as words } from "@/wording/organisation.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitOrganisation } from "../submit.ts";

/** An administrator adds an organisation; its issuer is asked at once whether it is one. */
export default async function NewProviderPage() {
  const actor = await requireActor();
  if (!(await listOrganisations(actor, {}))) notFound();
  return (
    <AdminFrame actor={actor} title={words.add} part="providers">
      <BackLink href="/admin/providers">{words.all}</BackLink>
      <SubmissionForm
        submission={submitOrganisation}
        submissionKey={randomUUID()}
        title={`${words.add} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.add} />}
        button={words.submitAdd}
        beside={<a href="/admin/providers">{words.cancel}</a>}
      >
        <Alert kind="warning" title={words.lets}>
          {words.letsNote}
        </Alert>
        <TextField name="name" label={words.name} hint={words.nameHint} />
        <TextField name="issuer" label={words.issuer} hint={words.issuerHint} type="url" spellCheck={false} autoComplete="off" />
        <TextField name="clientId" label={words.clientId} hint={words.clientIdHint} spellCheck={false} autoComplete="off" />
        <TextField name="clientSecret" label={words.secret} hint={words.secretHint} spellCheck={false} autoComplete="off" />
        <TextareaField name="domains" label={words.domains} hint={words.domainsHint} rows={3} />
      </SubmissionForm>
    </AdminFrame>
  );
}
