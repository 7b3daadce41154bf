import type { ReactNode } from "react";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { outside } from "@/domain/action-plan/inputs.ts";
import { type Day, inWords } from "@/domain/kernel/dates.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { AskedCheckbox, DateField, RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { type ActionForm, actionForms as forms } from "@/wording/action.ts";
import { capacityReasonWords } from "@/wording/action-states.ts";
import { submitAccept, submitCancel, submitChange, submitDecline, submitDone, submitIncomplete, submitKeep, submitMoreTime, submitProgress, submitProposal, submitReassign, submitReturn, submitTime, submitVerify, submitWaiting } from "../submit.ts";

type Props = { act: ActionForm; title: string; hidden: { reference: string; version: number }; submissionKey: string; action: ViewedAction; children: ReactNode };

const boxes = (due: Day) => ({ day: String(Number(due.slice(8))), month: String(Number(due.slice(5, 7))), year: due.slice(0, 4) });

/** The form of each act; its heading comes from the page, so that an error summary stands above it. */
export function ActForm({ act, title, hidden, submissionKey, action, children }: Props) {
  const form = { title, submissionKey, heading: children, button: forms[act].button };
  const atTheTable = action.others.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }));
  switch (act) {
    case "accept":
      return (
        <SubmissionForm {...form} submission={submitAccept} hidden={hidden}>
          <SelectField name="officerId" label={forms.accept.officer} items={[{ value: "", text: forms.accept.oneself }, ...action.officers.map(({ personId, name, post }) => ({ value: personId, text: `${name}, ${post}` }))]} />
        </SubmissionForm>
      );
    case "decline":
      return (
        <SubmissionForm {...form} submission={submitDecline} hidden={hidden}>
          <TextareaField name="reason" label={forms.decline.reason} hint={forms.decline.hint} limit={1000} />
        </SubmissionForm>
      );
    case "propose-owner":
      return (
        <SubmissionForm {...form} submission={submitProposal} hidden={hidden}>
          <SelectField name="ownerId" label={forms["propose-owner"].owner} items={[{ value: "", text: forms["propose-owner"].selectOwner }, ...atTheTable]} />
          <TextareaField name="reason" label={forms["propose-owner"].reason} hint={forms["propose-owner"].hint} limit={1000} />
        </SubmissionForm>
      );
    case "more-time":
      return (
        <SubmissionForm {...form} submission={submitMoreTime} hidden={hidden}>
          <DateField name="due" legend={forms["more-time"].due} hint={forms["more-time"].dueHint} />
          <TextareaField name="reason" label={forms["more-time"].reason} hint={forms["more-time"].hint} limit={1000} />
        </SubmissionForm>
      );
    case "waiting":
      return (
        <SubmissionForm {...form} submission={submitWaiting} hidden={hidden}>
          <SelectField name="on" label={forms.waiting.on} items={[{ value: "", text: forms.waiting.selectOn }, { value: outside, text: forms.waiting.outside }, ...action.agencies.map(({ id, name }) => ({ value: id, text: name }))]} />
          <DateField name="until" legend={forms.waiting.until} hint={forms.waiting.untilHint} />
          <TextareaField name="note" label={forms.waiting.note} hint={forms.waiting.hint} limit={1000} />
        </SubmissionForm>
      );
    case "keep":
      return (
        <SubmissionForm {...form} submission={submitKeep} hidden={hidden}>
          <TextareaField name="reason" label={forms.keep.reason} hint={forms.keep.hint} limit={1000} />
        </SubmissionForm>
      );
    case "time":
      return (
        <SubmissionForm {...form} submission={submitTime} hidden={hidden}>
          <RadiosField name="answer" legend={forms.time.answer} items={[{ value: "grant", text: forms.time.grant(inWords(action.asked?.due ?? action.due)) }, { value: "refuse", text: forms.time.refuse }]} />
          <TextareaField name="reason" label={forms.time.reason} hint={forms.time.hint} limit={1000} />
        </SubmissionForm>
      );
    case "change":
      return (
        <SubmissionForm {...form} submission={submitChange} hidden={hidden}>
          <TextareaField name="wording" label={forms.change.wording} hint={forms.change.wordingHint} limit={300} rows={3} defaultValue={action.wording ?? ""} />
          <TextField name="namelessWording" label={forms.change.nameless} hint={forms.change.namelessHint} defaultValue={action.namelessWording ?? ""} />
          <AskedCheckbox name="namesNobody" text={forms.change.namesNobody} />
          <TextareaField name="measure" label={forms.change.measure} limit={300} rows={2} defaultValue={action.measure ?? ""} />
          <DateField name="due" legend={forms.change.due} hint={forms.change.dueHint} defaultValue={boxes(action.due)} />
          <TextareaField name="reason" label={forms.change.reason} hint={forms.change.hint} limit={1000} />
        </SubmissionForm>
      );
    case "verify":
      return (
        <SubmissionForm {...form} submission={submitVerify} hidden={hidden}>
          <TextField name="thanks" label={forms.verify.thanks} hint={forms.verify.thanksHint} />
          <AskedCheckbox name="namesNobody" text={forms.verify.namesNobody} />
        </SubmissionForm>
      );
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
          <SelectField name="ownerId" label={forms.reassign.owner} defaultValue={action.asked?.ownerId ?? ""} items={[{ value: "", text: forms.reassign.selectOwner }, ...atTheTable]} />
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
