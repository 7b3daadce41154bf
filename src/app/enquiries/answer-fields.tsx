import { enums } from "@/domain/kernel/enums.ts";
import type { Checks } from "@/ui/forms/check-answers.client.tsx";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { sourceGradeWords } from "@/wording/disclosures.ts";
import { enquiryWords as words } from "@/wording/enquiries.ts";

const shares = { yes: words.shareYes, no: words.shareNo };
const told = { yes: words.yes, no: words.no };

/** What is shown of an answer before it is sent. */
export const answerChecks: Checks = {
  title: words.answerCheck,
  lead: words.answerLead,
  rows: [
    { name: "share", label: words.share, words: shares },
    { name: "words", label: words.words },
    { name: "grade", label: words.grade, words: sourceGradeWords },
    { name: "informed", label: words.informedAnswer, words: told },
    { name: "informedReason", label: words.informedReason },
  ],
  button: words.answerSend,
  change: words.change,
};

/** One question's answer, whoever gives it: signed in, or by a one-time link. */
export function AnswerFields() {
  return (
    <>
      <RadiosField name="share" legend={words.share} items={(["yes", "no"] as const).map((value) => ({ value, text: shares[value] }))} />
      <TextareaField name="words" label={words.words} hint={words.wordsHint} rows={6} limit={4000} />
      <SelectField name="grade" label={words.grade} items={[{ value: "", text: words.doesNotApply }, ...enums.source_grade.map((value) => ({ value, text: sourceGradeWords[value] }))]} />
      <SelectField name="informed" label={words.informedAnswer} items={[{ value: "", text: words.doesNotApply }, { value: "yes", text: words.yes }, { value: "no", text: words.no }]} />
      <TextareaField name="informedReason" label={words.informedReason} rows={2} limit={600} />
    </>
  );
}
