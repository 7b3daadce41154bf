import type { ViewedPerson } from "@/domain/directory/queries/view-person.ts";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { peopleWords as words } from "@/wording/people.ts";

/** What is known of a person, to be filled in or changed. */
export const PersonFields = ({ person }: { person?: Pick<ViewedPerson, "name" | "style" | "post" | "email"> }) => (
  <>
    <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={person?.name} spellCheck={false} autoComplete="off" />
    <TextField name="style" label={words.style} hint={words.styleHint} defaultValue={person?.style ?? undefined} width={10} spellCheck={false} autoComplete="off" />
    <TextField name="post" label={words.post} hint={words.postHint} defaultValue={person?.post} />
    <TextField name="email" label={words.email} hint={words.emailHint} defaultValue={person?.email} type="email" inputMode="email" spellCheck={false} autoComplete="off" autoCapitalize="none" />
  </>
);
