import { enums } from "@/domain/kernel/enums.ts";
import { CheckboxesField, RadiosField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { harmClassWords, partWords } from "@/wording/referrals.ts";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { submitThreshold } from "../../../submit.ts";
import { PartForm, type PartProps } from "./part-form.tsx";

const yesOrNo = [{ value: "yes", text: words.yes }, { value: "no", text: words.no }];
const said = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? "yes" : "no");

export function ThresholdForm({ form, title }: PartProps) {
  const { threshold, agencies, agencyId } = form;
  return (
    <PartForm form={form} title={title} submission={submitThreshold} heading={partWords.threshold} lead={words.thresholdLead}>
      <RadiosField name="triedLocally" legend={words.triedLocally} layout="inline" items={yesOrNo} defaultValue={said(threshold?.triedLocally)} />
      <TextareaField name="tried" label={words.tried} rows={3} limit={2000} defaultValue={threshold?.tried ?? undefined} />
      <TextField name="occurrences" label={words.occurrences} hint={words.occurrencesHint} inputMode="numeric" width={4} defaultValue={threshold ? String(threshold.occurrences) : undefined} />
      <CheckboxesField name="otherAgencyIds" legend={words.otherAgencies} items={agencies.filter(({ id }) => id !== agencyId).map(({ id, name }) => ({ value: id, text: name }))} defaultValue={threshold?.otherAgencyIds ?? []} />
      <RadiosField name="vulnerable" legend={words.vulnerable} layout="inline" items={yesOrNo} defaultValue={said(threshold?.vulnerable)} />
      <TextareaField name="vulnerability" label={words.vulnerability} rows={2} limit={1000} defaultValue={threshold?.vulnerability ?? undefined} />
      <RadiosField name="hotspot" legend={words.hotspot} layout="inline" items={yesOrNo} defaultValue={said(threshold?.hotspot)} />
      <CheckboxesField name="harms" legend={words.harms} items={enums.harm_class.map((value) => ({ value, text: harmClassWords[value] }))} defaultValue={threshold?.harms ?? []} />
    </PartForm>
  );
}
