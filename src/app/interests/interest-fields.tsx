import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { interestAboutWords, interestKindHints, interestKindWords, interestWords as words } from "@/wording/interests.ts";

/** What is asked of an interest, whether it stands or is about one case. */
export function InterestFields() {
  return (
    <>
      <RadiosField name="kind" legend={words.kind} items={enums.interest_kind.map((value) => ({ value, text: interestKindWords[value], hint: interestKindHints[value] }))} />
      <SelectField name="about" label={words.about} items={[{ value: "", text: words.selectAbout }, ...enums.interest_about.map((value) => ({ value, text: interestAboutWords[value] }))]} />
      <TextareaField name="words" label={words.words} hint={words.wordsHint} rows={3} />
    </>
  );
}
