import type { Choice } from "@/domain/cases/queries/find-choices.ts";
import type { SubjectToAmend } from "@/domain/cases/queries/view-subject-form.ts";
import { DateField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { caseForms as words } from "@/wording/cases.ts";

/** How the room speaks of somebody, and who they are. */
export function WhoFields({ agencies, who }: { agencies: readonly Choice[]; who?: SubjectToAmend }) {
  const [year, month, day] = who?.bornOn?.split("-") ?? [];
  return (
    <>
      <TextField name="subjectLabel" label={words.label} hint={words.labelHint} width={30} defaultValue={who?.label} />
      <TextField name="name" label={words.name} spellCheck={false} autoComplete="off" defaultValue={who?.name ?? undefined} />
      <DateField name="bornOn" legend={words.bornOn} hint={words.bornOnHint} defaultValue={{ day, month, year }} />
      {!who?.stored && <TextareaField name="address" label={words.address} rows={3} spellCheck={false} defaultValue={who?.address ?? undefined} />}
      <SelectField
        name="addressHeldById"
        label={who?.stored ? words.answersFor : words.heldBy}
        hint={who?.stored ? words.answersForHint : words.heldByHint}
        items={[...(who?.stored ? [] : [{ value: "", text: words.notWithheld }]), ...agencies.map(({ id, name }) => ({ value: id, text: name }))]}
        defaultValue={who?.addressHeldById ?? ""}
      />
      <TextareaField name="safeContact" label={words.safeContact} hint={words.safeContactHint} rows={2} defaultValue={who?.safeContact ?? undefined} />
    </>
  );
}
