import type { Terms } from "@/domain/directory/queries/view-forum.ts";
import { CheckboxesField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { forumDesk as words } from "@/wording/admin.ts";

/** What terms of reference say, to be written or changed. */
export const TermsFields = ({ terms }: { terms?: Terms }) => (
  <>
    <TextareaField name="purpose" label={words.purpose} rows={6} limit={4000} defaultValue={terms?.purpose} />
    <TextField name="limitMinutes" label={words.limitLabel} hint={words.limitHint} width={3} inputMode="numeric" defaultValue={String(terms?.limitMinutes ?? 120)} />
    <CheckboxesField name="admitsElectedMembers" legend={words.admits} items={[{ value: "yes", text: words.admitsItem }]} defaultValue={terms?.admitsElectedMembers ? ["yes"] : []} />
  </>
);
