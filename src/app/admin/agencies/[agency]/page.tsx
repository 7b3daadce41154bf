import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listAgencies, listAgencyPeople } from "@/domain/directory/queries/view-places.ts";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agencyDesk as words } from "@/wording/admin.ts";
import { agencyKindWords } from "@/wording/gateways.ts";
import { peopleWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { submitAgencyChange } from "../submit.ts";

export default async function AgencyPage({ params }: { params: Promise<{ agency: string }> }) {
  const actor = await requireActor();
  const { agency: wanted } = await params;
  const agency = (await listAgencies(actor, {}))?.find(({ id }) => id === wanted);
  if (!agency) notFound();
  const people = await listAgencyPeople(actor, agency.id);
  return (
    <AdminFrame actor={actor} title={words.change} part="agencies">
      <BackLink href="/admin/agencies">{words.all}</BackLink>
      <SubmissionForm
        submission={submitAgencyChange}
        submissionKey={randomUUID()}
        title={`${words.change} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={agencyKindWords[agency.kind]} title={words.change} />}
        hidden={{ agencyId: agency.id, version: agency.version }}
        button={words.save}
        beside={<Link href="/admin/agencies">{peopleWords.cancel}</Link>}
      >
        <TextField name="name" label={words.name} defaultValue={agency.name} />
        <TextField name="shortName" label={words.shortName} hint={words.shortHint} defaultValue={agency.shortName} />
        <SelectField name="leadId" label={words.answersFor} hint={words.answersForHint} items={[{ value: "", text: words.nobody }, ...people.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={people.some(({ id }) => id === agency.leadId) ? (agency.leadId ?? "") : ""} />
      </SubmissionForm>
    </AdminFrame>
  );
}
