import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { enums } from "@/domain/kernel/enums.ts";
import { aims } from "@/domain/referrals/inputs.ts";
import { viewStartForm } from "@/domain/referrals/queries/view-draft.ts";
import { RadiosField, SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { subjectTypeWords } from "@/wording/cases.ts";
import { referralWords, startWords as words, subjectHints } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { submitStartReferral } from "../submit.ts";

/** Where a referral begins: for which meeting, about what, and to what end. */
export default async function NewReferralPage() {
  const actor = await requireActor();
  const form = await viewStartForm(actor, {});
  if (!form) notFound();
  return (
    <Frame actor={actor} title={words.title} current="referrals">
      <BackLink href="/referrals">{referralWords.back}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitStartReferral}
          submissionKey={randomUUID()}
          title={`${words.title} – ${shellWords.titleEnd}`}
          heading={<PageHeader title={words.title} subtitle={words.lead} />}
          button={words.submit}
          beside={<a href="/referrals">{words.cancel}</a>}
        >
          <SelectField name="forumId" label={words.forum} items={[{ value: "", text: words.select }, ...form.forums.map(({ id, name, kind }) => ({ value: id, text: `${name} (${words.kinds[kind]})` }))]} defaultValue="" />
          <RadiosField name="subjectType" legend={words.subjectType} items={enums.subject_type.map((value) => ({ value, text: subjectTypeWords[value], hint: subjectHints[value] }))} />
          <RadiosField name="aim" legend={words.aim} items={aims.map((value) => ({ value, text: words.aims[value] }))} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
