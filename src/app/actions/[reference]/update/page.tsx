import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { readReference } from "@/app/read-reference.ts";
import { updateKinds } from "@/domain/action-plan/inputs.ts";
import { type ViewedAction, viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { capacityReasonWords, namelessAction } from "@/wording/action-states.ts";
import { updateWords as words } from "@/wording/update.ts";
import { DueDate } from "../../due-date.tsx";
import { submitUpdate } from "./submit.ts";

/** Where a reminder and a chase lead: one form that says how an action stands. Opening it changes nothing, whoever opens it first. */
export default async function UpdatePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const action = await viewAction(actor, await readReference(params));
  if (!action) notFound();
  const { reference, version } = action;
  const heading = <PageHeader eyebrow={reference} title={words.title} subtitle={words.lead(action.agency, action.forum.name)} />;
  return (
    <Frame actor={actor} title={words.titleOf(reference)} current="actions" marked={action.depth === "full"}>
      <QuestionPage>
        {action.allowed.report ? (
          <SubmissionForm
            submission={submitUpdate}
            submissionKey={randomUUID()}
            title={titleOf(words.titleOf(reference))}
            heading={heading}
            hidden={{ reference, version }}
            button={words.continue}
            checks={{
              title: words.checkTitle,
              rows: [
                { name: "how", label: words.how, words: Object.fromEntries(updateKinds.map((kind) => [kind, words.hows[kind].text])) },
                { name: "note", label: words.note },
                { name: "capacityReason", label: words.reason, words: capacityReasonWords },
              ],
              button: words.send,
              change: words.change,
            }}
          >
            <What action={action} />
            <RadiosField name="how" legend={words.how} items={updateKinds.map((value) => ({ value, ...words.hows[value] }))} />
            <TextareaField name="note" label={words.note} hint={words.noteHint} rows={5} limit={2000} />
            <SelectField name="capacityReason" label={words.reason} items={[{ value: "", text: words.noReason }, ...enums.capacity_reason.map((value) => ({ value, text: capacityReasonWords[value] }))]} />
          </SubmissionForm>
        ) : (
          <Nothing heading={heading} reference={reference} />
        )}
        {action.allowed.report && (
          <p className="mt-8">
            <strong>{words.else}</strong> {words.elseText} <a href={`/actions/${reference}`}>{words.open}</a>
          </p>
        )}
      </QuestionPage>
    </Frame>
  );
}

const What = ({ action }: { action: ViewedAction }) => (
  <div className="mb-6">
    <SummaryList
      compact
      rows={[
        { key: words.what, value: action.wording ?? action.namelessWording ?? namelessAction(action.agency) },
        { key: words.done, value: action.measure ?? undefined },
        { key: words.due, value: <DueDate action={action} today={action.today} /> },
      ]}
    />
  </div>
);

const Nothing = ({ heading, reference }: { heading: ReactNode; reference: string }) => (
  <>
    {heading}
    <h2>{words.nothingTitle}</h2>
    <p className="mt-2 mb-6">{words.nothingText}</p>
    <ButtonLink href={`/actions/${reference}`} tone="secondary">
      {words.open}
    </ButtonLink>
  </>
);
