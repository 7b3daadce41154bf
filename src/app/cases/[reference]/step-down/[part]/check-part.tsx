import { randomUUID } from "node:crypto";
import { Alert } from "@/ui/content/alert.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { CheckboxesField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { courseWords } from "@/wording/risk.ts";
import { shellWords } from "@/wording/shell.ts";
import { stepDownWords as words } from "@/wording/step-downs.ts";
import { submitStepDown } from "../submit.ts";
import type { PartProps } from "./parts.tsx";

/** Everything once more before the chair signs; whoever prepared it sees that the chair does. */
export function CheckPart({ found, prepared, title, heading }: PartProps) {
  const { reference, decision, allowed } = found;
  const header = <PageHeader eyebrow={reference} title={heading} />;
  const summary = <SummaryList rows={rowsOf(found, prepared)} />;
  if (!allowed.sign) {
    return (
      <>
        {header}
        <Alert title={words.onlyChair} />
        {summary}
      </>
    );
  }
  return (
    <SubmissionForm
      submission={submitStepDown}
      submissionKey={randomUUID()}
      title={`${title} – ${shellWords.titleEnd}`}
      heading={header}
      hidden={{ reference, version: prepared.version }}
      button={words.sign}
      beside={<a href={`/cases/${reference}/step-down`}>{words.cancel}</a>}
    >
      <div className="mb-6">{summary}</div>
      {!decision && <TextareaField name="betweenReason" label={words.betweenReason} hint={words.betweenReasonHint} rows={2} limit={1000} />}
      <CheckboxesField name="signs" legend={words.signs} items={[{ value: "yes", text: words.signsText }]} />
    </SubmissionForm>
  );
}

function rowsOf({ reference, decision, scored, agencies, until }: PartProps["found"], prepared: PartProps["prepared"]) {
  const at = (part: string) => `/cases/${reference}/step-down/${part}`;
  const nameOf = (id: string | null) => agencies.find((one) => one.id === id)?.name ?? "";
  const told = (id: string | null, reason: string | null) => (id ? words.toldBy(nameOf(id)) : words.notTold(reason ?? ""));
  const { rows } = words;
  const change = (href: string, about: string) => ({ actions: [{ href, text: words.change, about }] });
  return [
    { key: rows.decided, value: decision ? words.decidedAt(decision.meeting) : words.between },
    { key: rows.actions, value: words.allEnded },
    { key: rows.changed, value: prepared.changed ?? "", ...change(at("assessment"), rows.changed) },
    { key: rows.evidence, value: prepared.evidence ?? "", ...change(at("assessment"), rows.evidence) },
    { key: rows.voice, value: prepared.voice ?? words.notTold(prepared.voiceMissing ?? ""), ...change(at("assessment"), rows.voice) },
    { key: rows.risk, value: courseWords(scored), ...change(`/cases/${reference}/risk`, rows.risk) },
    { key: rows.watch, value: words.watchFor(nameOf(prepared.leadAgencyId), prepared.watchMonths ?? 0, until ?? "", prepared.checkMonths ?? 0), ...change(at("watch"), rows.watch) },
    { key: rows.trigger, value: prepared.returnTrigger ?? "", ...change(at("watch"), rows.trigger) },
    { key: rows.raiser, value: told(prepared.raiserToldById, prepared.raiserNotTold), ...change(at("telling"), rows.raiser) },
    { key: rows.victim, value: told(prepared.victimToldById, prepared.victimNotTold), ...change(at("telling"), rows.victim) },
    ...(prepared.tellable ? [{ key: rows.tellable, value: prepared.tellable, ...change(at("telling"), rows.tellable) }] : []),
  ];
}
