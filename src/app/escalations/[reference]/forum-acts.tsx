import { randomUUID } from "node:crypto";
import type { ViewedEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { AskedCheckbox, DateField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { submitClose, submitHeard, submitOutsideAnswer, submitWithdraw } from "../submit.ts";

type Props = { found: ViewedEscalation; title: string };

/** What is the forum's to do now. */
export function ForumActs({ found, title }: Props) {
  const { allowed, reference, version, answer, state } = found;
  const hidden = { reference, version };
  return (
    <>
      {allowed.close && (
        <Card title={words.close} note={words.closeNote}>
          <SubmissionForm submission={submitClose} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.close} idPrefix="close-" small>
            <TextareaField name="note" label={words.note} rows={3} limit={1500} />
            <TextareaField name="safeWords" label={words.safeClosing} hint={words.safeClosingHint} rows={3} limit={600} defaultValue={answer?.safeWords ?? undefined} />
            <AskedCheckbox name="namesNobody" text={words.namesNobody} />
          </SubmissionForm>
        </Card>
      )}
      {allowed.recordOutside && (
        <Card title={words.outside} note={words.outsideNote}>
          {state === "listed" ? (
            <SubmissionForm submission={submitHeard} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.recordHeard} idPrefix="heard-" small>
              <DateField name="on" legend={words.heardOn} />
              <TextField name="listedAs" label={words.heardAs} hint={words.heardAsHint} />
            </SubmissionForm>
          ) : (
            <SubmissionForm submission={submitOutsideAnswer} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.recordAnswer} idPrefix="outside-" small>
              <TextareaField name="words" label={words.words} rows={4} limit={3000} />
              <TextareaField name="safeWords" label={words.safeWords} hint={words.safeWordsHint} rows={2} limit={600} />
            </SubmissionForm>
          )}
        </Card>
      )}
      {allowed.withdraw && (
        <Details summary={words.withdraw}>
          <p className="mb-4 max-w-measure">{words.withdrawNote}</p>
          <SubmissionForm submission={submitWithdraw} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.withdraw} buttonTone="warning" idPrefix="withdraw-" small>
            <TextareaField name="reason" label={words.reason} rows={2} limit={600} />
          </SubmissionForm>
        </Details>
      )}
    </>
  );
}
