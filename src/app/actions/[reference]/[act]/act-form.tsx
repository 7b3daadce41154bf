import type { ReactNode } from "react";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { type ActionForm, actionForms as forms, capacityReasonWords } from "@/wording/action-plan.ts";
import { submitCancel, submitDone, submitIncomplete, submitProgress, submitReassign, submitReturn } from "../submit.ts";

type Props = { act: ActionForm; title: string; hidden: { reference: string; version: number }; submissionKey: string; others: ViewedAction["others"]; children: ReactNode };

/** The form of each act; its heading comes from the page, so that an error summary stands above it. */
export function ActForm({ act, title, hidden, submissionKey, others, children }: Props) {
  const form = { title, submissionKey, heading: children, button: forms[act].button };
  switch (act) {
    case "progress":
      return (
        <SubmissionForm {...form} submission={submitProgress} hidden={hidden}>
          <TextareaField name="note" label={forms.progress.note} hint={forms.progress.hint} limit={2000} />
        </SubmissionForm>
      );
    case "done":
      return (
        <SubmissionForm {...form} submission={submitDone} hidden={hidden}>
          <TextareaField name="evidence" label={forms.done.evidence} hint={forms.done.hint} limit={2000} />
        </SubmissionForm>
      );
    case "circumstances-changed":
      return (
        <SubmissionForm {...form} submission={submitIncomplete} hidden={{ ...hidden, kind: "circumstances_changed" }}>
          <TextareaField name="note" label={forms["circumstances-changed"].note} hint={forms["circumstances-changed"].hint} limit={2000} />
        </SubmissionForm>
      );
    case "not-done":
      return (
        <SubmissionForm {...form} submission={submitIncomplete} hidden={{ ...hidden, kind: "not_done" }}>
          <RadiosField name="capacityReason" legend={forms["not-done"].reason} items={enums.capacity_reason.map((reason) => ({ value: reason, text: capacityReasonWords[reason] }))} />
          <TextareaField name="note" label={forms["not-done"].note} hint={forms["not-done"].hint} limit={2000} />
        </SubmissionForm>
      );
    case "return":
      return (
        <SubmissionForm {...form} submission={submitReturn} hidden={hidden}>
          <TextareaField name="reason" label={forms.return.reason} hint={forms.return.hint} limit={1000} />
        </SubmissionForm>
      );
    case "reassign":
      return (
        <SubmissionForm {...form} submission={submitReassign} hidden={hidden}>
          <SelectField name="ownerId" label={forms.reassign.owner} items={[{ value: "", text: forms.reassign.selectOwner }, ...others.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }))]} />
          <TextareaField name="reason" label={forms.reassign.reason} hint={forms.reassign.hint} limit={1000} />
        </SubmissionForm>
      );
    case "cancel":
      return (
        <SubmissionForm {...form} submission={submitCancel} hidden={hidden} buttonTone="warning">
          <TextareaField name="reason" label={forms.cancel.reason} hint={forms.cancel.hint} limit={1000} />
        </SubmissionForm>
      );
  }
}
