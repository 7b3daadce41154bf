import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { listChoices } from "@/domain/directory/queries/list-choices.ts";
import { viewPerson } from "@/domain/directory/queries/view-person.ts";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { type PersonForm, personForms, personWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { AdminFrame } from "../../../admin-frame.tsx";
import { readId } from "../../../read-id.ts";
import { FormOf } from "./form-of.tsx";

const isForm = (form: string): form is PersonForm => form === "change" || Object.hasOwn(personForms, form);

/** The one thing asked about a person. What can't be done with them now leads back to them. */
export default async function PersonFormPage({ params }: { params: Promise<{ person: string; form: string }> }) {
  const actor = await requireActor();
  const { person: said, form } = await params;
  if (!isForm(form)) notFound();
  const person = await viewPerson(actor, readId(said));
  const choices = await listChoices(actor, {});
  if (!person || !choices) notFound();
  if (person.leftAt || (person.isSelf && form !== "change")) redirect(`/admin/people/${person.id}`);
  const { title, lead } = form === "change" ? { title: words.changeTitle, lead: words.changeLead } : personForms[form];
  const who = [person.style, person.name].filter(Boolean).join(" ");
  return (
    <AdminFrame actor={actor} title={title} part="people">
      <BackLink href={`/admin/people/${person.id}`} />
      <FormOf form={form} person={person} choices={choices} carried={{ title: `${title} – ${shellWords.titleEnd}`, submissionKey: randomUUID(), heading: <PageHeader eyebrow={who} title={title} subtitle={lead} /> }} />
    </AdminFrame>
  );
}
