import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { readReference } from "@/app/read-reference.ts";
import { type AskForm, viewAskForm } from "@/domain/enquiries/queries/view-enquiries.ts";
import type { GatewayPart } from "@/domain/kernel/enums.ts";
import { DateField, RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { enquiryWords as words } from "@/wording/enquiries.ts";
import { gatewayPartWords, notChecked } from "@/wording/gateways.ts";
import { submitAsk } from "./submit.ts";

const parts: readonly (readonly [GatewayPart, string])[] = [["power", "powerId"], ["lawful_basis", "lawfulBasisId"], ["condition", "conditionId"], ["confidentiality", "confidentialityId"]];

/** The chair's office asks one question of somebody who isn't at the table. */
export default async function AskPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewAskForm(actor, await readReference(params));
  if (!form) notFound();
  const { reference, people, answers } = form;
  const yesNo = { yes: words.yes, no: words.no };
  const called = ({ name, agency, signsIn }: AskForm["people"][number]) => `${signsIn ? name : words.byLink(name)}, ${agency}`;
  const lawOf = (part: GatewayPart) => answers.filter((one) => one.part === part).map(({ id, name, checked }) => ({ value: id, text: checked ? name : `${name} (${notChecked.toLowerCase()})` }));
  return (
    <Frame actor={actor} title={words.askTitle(reference)} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submitAsk}
          submissionKey={randomUUID()}
          title={titleOf(words.askTitle(reference))}
          heading={<PageHeader eyebrow={reference} title={words.ask} subtitle={words.askLead} />}
          hidden={{ reference }}
          button={words.continue}
          beside={<a href={`/cases/${reference}`}>{words.cancel}</a>}
          checks={{
            title: words.checkTitle,
            lead: words.checkLead,
            rows: [
              { name: "personId", label: words.who, words: Object.fromEntries(people.map((person) => [person.id, called(person)])) },
              { name: "question", label: words.question },
              { name: "told", label: words.told },
              { name: "purpose", label: words.purpose },
              { name: "answerBy", label: words.answerBy },
              { name: "informed", label: words.informed, words: yesNo },
              { name: "informedReason", label: words.informedReason },
              ...parts.map(([part, name]) => ({ name, label: gatewayPartWords[part], words: Object.fromEntries(lawOf(part).map(({ value, text }) => [value, text])) })),
            ],
            button: words.send,
            change: words.change,
          }}
        >
          <SelectField name="personId" label={words.who} hint={words.whoHint} items={[{ value: "", text: words.select }, ...people.map((person) => ({ value: person.id, text: called(person) }))]} />
          <TextareaField name="question" label={words.question} hint={words.questionHint} rows={3} limit={600} />
          <TextareaField name="told" label={words.told} hint={words.toldHint} rows={3} limit={2000} />
          <TextareaField name="purpose" label={words.purpose} rows={2} limit={600} />
          <DateField name="answerBy" legend={words.answerBy} hint={words.answerByHint} />
          <RadiosField name="informed" legend={words.informed} layout="inline" items={[{ value: "yes", text: words.yes }, { value: "no", text: words.no }]} />
          <TextareaField name="informedReason" label={words.informedReason} rows={2} limit={600} />
          <h2>{words.law}</h2>
          {parts.map(([part, name]) => (
            <SelectField key={part} name={name} label={gatewayPartWords[part]} items={[{ value: "", text: words.select }, ...lawOf(part)]} />
          ))}
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
