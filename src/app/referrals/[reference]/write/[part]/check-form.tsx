import { AskedCheckbox, TextareaField } from "@/ui/forms/fields.client.tsx";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { submitSendReferral } from "../../../submit.ts";
import { ReferralParts } from "../../referral-parts.tsx";
import { PartForm, type PartProps } from "./part-form.tsx";

/** Everything as it would leave, with a way back to each part. */
export function CheckForm({ form, title }: PartProps) {
  return (
    <PartForm form={form} title={title} submission={submitSendReferral} heading={words.check} lead={words.checkLead(form.agency, form.forum)} button={words.confirm}>
      <ReferralParts found={form} changes />
      {form.state === "more_asked" && <TextareaField name="answer" label={words.answer} hint={form.answers[0]?.reason} rows={3} limit={2000} />}
      <AskedCheckbox name="namesNobody" text={words.namesNobody} />
    </PartForm>
  );
}
