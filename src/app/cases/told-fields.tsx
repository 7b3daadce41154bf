import type { WardChoice } from "@/domain/cases/queries/find-choices.ts";
import type { AmendCaseForm } from "@/domain/cases/queries/view-case-form.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { AskedCheckbox, CheckboxesField, RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { caseForms as words, riskWords } from "@/wording/cases.ts";
import { FormPart } from "./form-part.tsx";

type Told = Pick<AmendCaseForm, "title" | "summary" | "wardId" | "involvesChildren" | "background" | "wanted">;

/** The fields of a case that don't say who it is: its nameless twin, then what is known. Its risk is asked once, and scored from then on. */
export function ToldFields({ wards, told, asksRisk = told === undefined }: { wards: readonly WardChoice[]; told?: Told; asksRisk?: boolean }) {
  return (
    <>
      <FormPart title={words.twin} note={words.twinNote}>
        <TextField name="title" label={words.title} hint={words.titleHint} defaultValue={told?.title} />
        <TextareaField name="summary" label={words.summary} hint={words.summaryHint} rows={3} limit={600} defaultValue={told?.summary} />
        <AskedCheckbox name="namesNobody" text={words.namesNobody} />
        <SelectField name="wardId" label={words.ward} items={[{ value: "", text: words.noWard }, ...byArea(wards)]} defaultValue={told?.wardId ?? ""} />
        <CheckboxesField name="involvesChildren" legend={words.children} items={[{ value: "yes", text: words.involvesChildren }]} defaultValue={told?.involvesChildren ? ["yes"] : []} />
      </FormPart>
      <FormPart title={words.known} note={words.knownNote}>
        <TextareaField name="background" label={words.background} hint={words.backgroundHint} rows={8} limit={8000} defaultValue={told?.background} />
        <TextareaField name="wanted" label={words.wanted} rows={3} limit={2000} defaultValue={told?.wanted} />
        {asksRisk && <RadiosField name="risk" legend={words.risk} hint={words.riskHint} layout="boxes" items={enums.risk.map((value) => ({ value, text: riskWords[value] }))} />}
      </FormPart>
    </>
  );
}

function byArea(wards: readonly WardChoice[]) {
  const areas = [...new Set(wards.map(({ area }) => area))];
  return areas.map((group) => ({ group, items: wards.filter(({ area }) => area === group).map(({ id, name }) => ({ value: id, text: name })) }));
}
