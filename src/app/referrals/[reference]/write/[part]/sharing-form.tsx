import { enums } from "@/domain/kernel/enums.ts";
import { RadiosField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { markingWords, shareForm, sourceGradeWords } from "@/wording/disclosures.ts";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { submitSharing } from "../../../submit.ts";
import { PartForm, type PartProps } from "./part-form.tsx";

export function SharingForm({ form, title }: PartProps) {
  const { sharing } = form;
  return (
    <PartForm form={form} title={title} submission={submitSharing} heading={words.sharing} lead={words.sharingNote}>
      <TextareaField name="purpose" label={words.purpose} rows={2} limit={600} defaultValue={sharing?.purpose} />
      <TextareaField name="necessity" label={words.necessity} rows={2} limit={1000} defaultValue={sharing?.necessity} />
      <TextareaField name="proportionality" label={words.proportionality} rows={2} limit={1000} defaultValue={sharing?.proportionality} />
      <TextareaField name="leftOut" label={words.leftOut} hint={words.leftOutHint} rows={2} limit={600} defaultValue={sharing?.leftOut ?? undefined} />
      <RadiosField name="grade" legend={shareForm.grade} items={enums.source_grade.map((value) => ({ value, text: sourceGradeWords[value], hint: shareForm.gradeHints[value] }))} defaultValue={sharing?.grade} />
      <RadiosField name="marking" legend={shareForm.marking} layout="inline" items={enums.marking.map((value) => ({ value, text: markingWords[value] }))} defaultValue={sharing?.marking ?? "official_sensitive"} />
      <RadiosField name="informed" legend={words.informed} layout="inline" items={[{ value: "yes", text: words.yes }, { value: "no", text: words.no }]} defaultValue={sharing ? (sharing.informed ? "yes" : "no") : undefined} />
      <TextareaField name="informedReason" label={words.informedReason} rows={2} limit={600} defaultValue={sharing?.informedReason ?? undefined} />
      <TextareaField name="notShared" label={words.notShared} rows={2} limit={600} defaultValue={sharing?.notShared ?? undefined} />
    </PartForm>
  );
}
