import { randomUUID } from "node:crypto";
import { watchLengths } from "@/domain/step-downs/inputs.ts";
import type { StepDownView } from "@/domain/step-downs/queries/view-step-down.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { shellWords } from "@/wording/shell.ts";
import { stepDownWords as words } from "@/wording/step-downs.ts";
import { submitAssessment, submitTelling, submitWatch } from "../submit.ts";

export type PartProps = { found: StepDownView; prepared: NonNullable<StepDownView["prepared"]>; title: string; heading: string };

const formOf = ({ found: { reference }, prepared: { version }, title }: PartProps) => ({
  submissionKey: randomUUID(),
  title: `${title} – ${shellWords.titleEnd}`,
  hidden: { reference, version },
  button: words.save,
  beside: <a href={`/cases/${reference}/step-down`}>{words.cancel}</a>,
});

/** Which actions are still open: each has to be finished, moved or cancelled first. */
export function ActionsPart({ found: { reference, openActions }, heading }: PartProps) {
  return (
    <>
      <PageHeader eyebrow={reference} title={heading} subtitle={words.actionsLead} />
      {openActions.length === 0 ? (
        <p>{words.allEnded}</p>
      ) : (
        <>
          <Alert kind="warning" title={words.stillOpen(openActions.length)} />
          <SummaryList
            rows={openActions.map(({ reference: action, owner, agency, due, text }) => ({
              key: <a href={`/actions/${action}`}>{action}</a>,
              value: (
                <>
                  {text}
                  <span className="quiet block">{words.actionOf(agency, owner, due)}</span>
                </>
              ),
            }))}
          />
        </>
      )}
      <div className="button-group mt-6">
        <ButtonLink href={`/cases/${reference}/step-down`}>{words.cancel}</ButtonLink>
      </div>
    </>
  );
}

export function AssessmentPart(props: PartProps) {
  const { found, prepared, heading } = props;
  return (
    <SubmissionForm {...formOf(props)} submission={submitAssessment} heading={<PageHeader eyebrow={found.reference} title={heading} subtitle={words.assessmentLead} />}>
      <TextareaField name="changed" label={words.changed} hint={words.changedHint} rows={4} limit={4000} defaultValue={prepared.changed ?? ""} />
      <TextareaField name="evidence" label={words.evidence} hint={words.evidenceHint} rows={4} limit={4000} defaultValue={prepared.evidence ?? ""} />
      <TextareaField name="voice" label={words.voice} hint={words.voiceHint} rows={3} limit={4000} defaultValue={prepared.voice ?? ""} />
      <TextareaField name="voiceMissing" label={words.voiceMissing} hint={words.voiceMissingHint} rows={2} limit={1000} defaultValue={prepared.voiceMissing ?? ""} />
    </SubmissionForm>
  );
}

const agenciesOf = ({ agencies }: StepDownView, first: string) => [{ value: "", text: first }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))];

export function WatchPart(props: PartProps) {
  const { found, prepared, heading } = props;
  const checks = prepared.checkMonths === null ? undefined : prepared.checkMonths === 1 && prepared.watchMonths !== 3 ? "monthly" : "thirds";
  return (
    <SubmissionForm {...formOf(props)} submission={submitWatch} heading={<PageHeader eyebrow={found.reference} title={heading} subtitle={words.watchLead} />}>
      <SelectField name="leadAgencyId" label={words.leadAgency} items={agenciesOf(found, words.selectAgency)} defaultValue={prepared.leadAgencyId ?? ""} />
      <RadiosField name="watchMonths" legend={words.watchMonths} layout="inline" items={watchLengths.map((months) => ({ value: String(months), text: words.months(months) }))} defaultValue={prepared.watchMonths === null ? undefined : String(prepared.watchMonths)} />
      <RadiosField name="checks" legend={words.checks} items={[{ value: "monthly", text: words.checkItems.monthly }, { value: "thirds", text: words.checkItems.thirds }]} defaultValue={checks} />
      <TextareaField name="returnTrigger" label={words.returnTrigger} hint={words.returnTriggerHint} rows={3} limit={600} defaultValue={prepared.returnTrigger ?? ""} />
    </SubmissionForm>
  );
}

export function TellingPart(props: PartProps) {
  const { found, prepared, heading } = props;
  const items = agenciesOf(found, words.nobodyTells);
  return (
    <SubmissionForm {...formOf(props)} submission={submitTelling} heading={<PageHeader eyebrow={found.reference} title={heading} subtitle={words.tellingLead} />}>
      <SelectField name="raiserToldById" label={words.raiser} items={items} defaultValue={prepared.raiserToldById ?? ""} />
      <TextareaField name="raiserNotTold" label={words.raiserNotTold} hint={words.notToldHint} rows={2} limit={1000} defaultValue={prepared.raiserNotTold ?? ""} />
      <SelectField name="victimToldById" label={words.victim} items={items} defaultValue={prepared.victimToldById ?? ""} />
      <TextareaField name="victimNotTold" label={words.victimNotTold} hint={words.notToldHint} rows={2} limit={1000} defaultValue={prepared.victimNotTold ?? ""} />
      <TextareaField name="tellable" label={words.tellable} hint={words.tellableHint} rows={3} limit={1000} defaultValue={prepared.tellable ?? ""} />
    </SubmissionForm>
  );
}

