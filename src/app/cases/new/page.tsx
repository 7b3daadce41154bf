import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewNewCase } from "@/domain/cases/queries/view-case-form.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseForms as words, caseWords, subjectTypeWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { FormPart } from "../form-part.tsx";
import { submitTakeCase } from "../submit.ts";
import { ToldFields } from "../told-fields.tsx";
import { WhoFields } from "../who-fields.tsx";

export default async function NewCasePage() {
  const actor = await requireActor();
  const offered = await viewNewCase(actor, {});
  if (!offered) notFound();
  const { forums, wards, agencies } = offered;
  return (
    <Frame actor={actor} title={words.take} current="cases" marked>
      <BackLink href="/cases">{caseWords.back}</BackLink>
      <SubmissionForm
        submission={submitTakeCase}
        submissionKey={randomUUID()}
        title={`${words.take} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.take} subtitle={words.takeLead} />}
        button={words.submitTake}
        beside={<a href="/cases">{words.cancel}</a>}
      >
        <SelectField
          name="forumId"
          label={words.forum}
          defaultValue={forums.length === 1 ? forums[0]?.id : ""}
          items={[...(forums.length === 1 ? [] : [{ value: "", text: words.selectForum }]), ...forums.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <RadiosField name="subjectType" legend={words.subjectType} items={enums.subject_type.map((value) => ({ value, text: subjectTypeWords[value], hint: words.subjectHints[value] }))} />
        <ToldFields wards={wards} />
        <FormPart title={words.who} note={words.whoNote}>
          <WhoFields agencies={agencies} />
        </FormPart>
      </SubmissionForm>
    </Frame>
  );
}
