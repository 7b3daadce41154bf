import { AskedCheckbox, CheckboxesField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { caseForms } from "@/wording/cases.ts";
import { partWords } from "@/wording/referrals.ts";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { FormPart } from "../../../../cases/form-part.tsx";
import { submitMatter } from "../../../submit.ts";
import { PartForm, type PartProps } from "./part-form.tsx";

export function MatterForm({ form, title }: PartProps) {
  const { matter, wards } = form;
  const areas = [...new Set(wards.map(({ area }) => area))];
  return (
    <PartForm form={form} title={title} submission={submitMatter} heading={partWords.matter}>
      <TextareaField name="happening" label={words.happening} hint={words.happeningHint} rows={8} limit={8000} defaultValue={matter.happening ?? undefined} />
      <TextareaField name="wanted" label={words.wanted} hint={words.wantedHint} rows={3} limit={2000} defaultValue={matter.wanted ?? undefined} />
      <SelectField
        name="wardId"
        label={caseForms.ward}
        items={[{ value: "", text: caseForms.noWard }, ...areas.map((group) => ({ group, items: wards.filter(({ area }) => area === group).map(({ id, name }) => ({ value: id, text: name })) }))]}
        defaultValue={matter.wardId ?? ""}
      />
      <CheckboxesField name="involvesChildren" legend={caseForms.children} items={[{ value: "yes", text: caseForms.involvesChildren }]} defaultValue={matter.involvesChildren ? ["yes"] : []} />
      <FormPart title={words.without} note={words.withoutNote}>
        <TextField name="title" label={caseForms.title} hint={caseForms.titleHint} defaultValue={matter.title ?? undefined} />
        <TextareaField name="summary" label={caseForms.summary} hint={caseForms.summaryHint} rows={3} limit={600} defaultValue={matter.summary ?? undefined} />
        <AskedCheckbox name="namesNobody" text={words.namesNobodySave} />
      </FormPart>
    </PartForm>
  );
}
