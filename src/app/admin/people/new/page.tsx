import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { listChoices } from "@/domain/directory/queries/list-choices.ts";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { peopleWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { PersonFields } from "../person-fields.tsx";
import { submitPerson } from "../submit.ts";

export default async function NewPersonPage() {
  const actor = await requireActor();
  const choices = await listChoices(actor, {});
  if (!choices) notFound();
  return (
    <AdminFrame actor={actor} title={words.add} part="people">
      <BackLink href="/admin/people">{words.title}</BackLink>
      <SubmissionForm
        submission={submitPerson}
        submissionKey={randomUUID()}
        title={`${words.add} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.add} subtitle={words.addLead} />}
        button={words.add}
        beside={<Link href="/admin/people">{words.cancel}</Link>}
      >
        <PersonFields />
        <SelectField name="agencyId" label={words.agency} hint={words.agencyHint} items={[{ value: "", text: words.selectAgency }, ...choices.agencies.map(({ id, name }) => ({ value: id, text: name }))]} />
      </SubmissionForm>
    </AdminFrame>
  );
}
