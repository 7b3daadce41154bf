import { writeWords as words } from "@/wording/referral-pages.ts";
import { RiskFields } from "../../../../risk-fields.tsx";
import { submitReferralRisk } from "../../../submit.ts";
import { PartForm, type PartProps } from "./part-form.tsx";

export function ReferralRiskForm({ form, title }: PartProps) {
  return (
    <PartForm form={form} title={title} submission={submitReferralRisk} heading={words.risk} lead={words.riskNote}>
      <RiskFields scores={form.risk ?? undefined} />
    </PartForm>
  );
}
