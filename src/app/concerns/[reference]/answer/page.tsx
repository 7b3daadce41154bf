import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewAnswerForm } from "@/domain/concerns/queries/view-answer-form.ts";
import { SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitPropose } from "../submit.ts";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Joined, sent on or declined: what is to be answered, and why. It is looked at again before it is sent. */
export default async function AnswerConcernPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const { as } = await searchParams;
  const decision = (["joined", "redirected", "declined"] as const).find((one) => one === as);
  const form = decision ? await viewAnswerForm(actor, reference) : null;
  if (!decision || !form) notFound();
  const title = words.answerTitles[decision];
  const { mine } = form;
  const before = mine?.decision === decision ? mine : null;
  return (
    <Frame actor={actor} title={`${title} ${reference}`} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitPropose}
          submissionKey={randomUUID()}
          title={`${title} ${reference} – ${shellWords.titleEnd}`}
          hidden={{ reference, decision }}
          heading={<PageHeader eyebrow={reference} title={title} />}
          button={words.answerSubmit}
          beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
        >
          {decision === "joined" && <TextField name="caseReference" label={words.caseReference} hint={words.caseReferenceHint} width={10} spellCheck={false} defaultValue={before?.caseReference ?? ""} />}
          {decision === "redirected" && <SelectField name="agencyId" label={words.agency} items={[{ value: "", text: words.selectAgency }, ...form.agencies.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={form.agencies.find(({ name }) => name === before?.agency)?.id ?? ""} />}
          <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={5} limit={1000} defaultValue={before?.reason ?? ""} />
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
