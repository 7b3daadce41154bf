import { enums } from "@/domain/kernel/enums.ts";
import { riskFactors, riskLevels, type RiskScores } from "@/domain/kernel/risk-matrix.ts";
import { RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { riskWords } from "@/wording/cases.ts";
import { riskFactorWords, riskLevelWords, riskPage as words } from "@/wording/risk.ts";

/** The questions of the risk matrix, each level in words, and the judgement that may raise what it says. */
export function RiskFields({ scores }: { scores?: RiskScores }) {
  return (
    <>
      {riskFactors.map((factor) => (
        <RadiosField
          key={factor}
          name={factor}
          legend={riskFactorWords[factor]}
          items={riskLevels.map((level) => ({ value: String(level), text: riskLevelWords[factor][level] }))}
          defaultValue={scores && String(scores[factor])}
        />
      ))}
      <SelectField name="judgement" label={words.judgement} hint={words.judgementHint} items={[{ value: "", text: words.asMatrix }, ...enums.risk.map((value) => ({ value, text: riskWords[value] }))]} />
      <TextareaField name="judgementReason" label={words.judgementReason} hint={words.judgementReasonHint} rows={2} limit={1000} />
    </>
  );
}
