import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { referredRoles, unknowns } from "@/domain/referrals/inputs.ts";
import { viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { CheckboxesField, DateField, RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { subjectTypeWords } from "@/wording/cases.ts";
import { referralWords, subjectHints, writeWords as words } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { submitAmendReferred, submitReferred } from "../../../submit.ts";

/** One person or place of a referral: a new one, or one that is corrected. */
export default async function ReferredFormPage({ params }: { params: Promise<{ reference: string; subject: string }> }) {
  const actor = await requireActor();
  const { subject } = await params;
  const form = await viewReferralForm(actor, await readReference(params));
  const one = form?.people.find(({ id }) => id === subject);
  if (!form || (subject !== "new" && !one)) notFound();
  const { reference, version, agencies, people, matter } = form;
  const title = referralWords.titleOf(words.add, reference);
  const known = one?.particulars;
  const [year, month, day] = known?.bornOn?.split("-") ?? [];
  const firstRole = people.length === 0 && matter.subjectType !== "theme" ? matter.subjectType : undefined;
  return (
    <Frame actor={actor} title={title} current="referrals" marked>
      <BackLink href={`/referrals/${reference}/people`}>{words.people}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={one ? submitAmendReferred : submitReferred}
          submissionKey={randomUUID()}
          title={`${title} – ${shellWords.titleEnd}`}
          heading={<PageHeader eyebrow={reference} title={one ? one.label : people.length > 0 ? words.addAnother : words.add} />}
          hidden={{ reference, version, ...(one ? { subjectId: one.id } : {}) }}
          button={words.save}
          beside={<a href={`/referrals/${reference}/people`}>{words.cancelPeople}</a>}
        >
          <RadiosField name="role" legend={words.role} items={referredRoles.map((value) => ({ value, text: subjectTypeWords[value], hint: subjectHints[value] }))} defaultValue={one?.role ?? firstRole} />
          <TextField name="label" label={words.label} hint={words.labelHint} width={30} defaultValue={one?.label} />
          <TextField name="name" label={words.name} spellCheck={false} autoComplete="off" defaultValue={known?.name ?? undefined} />
          <DateField name="bornOn" legend={words.bornOn} hint={words.bornOnHint} defaultValue={{ day, month, year }} />
          <TextareaField name="address" label={words.address} rows={3} spellCheck={false} defaultValue={known?.address ?? undefined} />
          <TextField name="postcode" label={words.postcode} hint={words.postcodeHint} width={10} spellCheck={false} autoComplete="off" defaultValue={known?.postcode ?? undefined} />
          <SelectField name="addressHeldById" label={words.heldBy} hint={words.heldByHint} items={[{ value: "", text: words.notWithheld }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={known?.addressHeldById ?? ""} />
          <CheckboxesField name="unknown" legend={words.unknown} items={unknowns.map((value) => ({ value, text: words.unknownItems[value] }))} defaultValue={known?.unknown ?? []} />
          <TextField name="telephone" label={words.telephone} width={20} spellCheck={false} autoComplete="off" defaultValue={known?.telephone ?? undefined} />
          <TextareaField name="safeContact" label={words.safeContact} hint={words.safeContactHint} rows={2} defaultValue={known?.safeContact ?? undefined} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
