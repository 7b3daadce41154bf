import type { ReactNode } from "react";
import type { SeveralAct } from "@/domain/action-plan/inputs.ts";
import type { Several } from "@/domain/action-plan/queries/view-several.ts";
import { DateField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import type { Submission } from "@/ui/forms/form-state.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { severalWords as words } from "@/wording/action-plan.ts";
import { submitCancelSeveral, submitMoveSeveral, submitReassignSeveral, submitVerifySeveral } from "../submit.ts";

const submissions: Record<SeveralAct, Submission> = { verify: submitVerifySeveral, reassign: submitReassignSeveral, move: submitMoveSeveral, cancel: submitCancelSeveral };

/** What the act needs besides the actions, which the form carries along as they were seen. */
export function SeveralForm({ several: { act, can, seats }, title, submissionKey, children }: { several: Several; title: string; submissionKey: string; children: ReactNode }) {
  return (
    <SubmissionForm submission={submissions[act]} title={title} submissionKey={submissionKey} heading={children} button={words.acts[act]} buttonTone={act === "cancel" ? "warning" : undefined}>
      {can.map(({ reference, version }) => (
        <input key={reference} type="hidden" name="actions" value={`${reference}:${version}`} />
      ))}
      {act === "reassign" && <SelectField name="ownerId" label={words.owner} items={[{ value: "", text: words.selectOwner }, ...seats.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }))]} />}
      {act === "move" && <DateField name="due" legend={words.due} hint={words.dueHint} />}
      {act !== "verify" && <TextareaField name="reason" label={words.reason} hint={words.hint} limit={1000} />}
    </SubmissionForm>
  );
}
