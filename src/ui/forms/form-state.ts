/**
 * What a submission hands back when the form must be shown again. A submission that went through redirects and hands back nothing.
 *
 * `errors`: by field name, the first message of each is shown. A date has the fields `name-day`, `name-month` and `name-year`; an error
 * under `name` marks all three boxes, one under `name-month` marks the month alone. The key "" is for an error that belongs to no field.
 * `values`: what was typed, as it was posted, so that no answer is lost. Leave out passwords and the `submissionKey`.
 * `problem`: a refusal that no single answer can mend, such as "This has changed". `asks` names a tick box by which a person can say
 * "all the same", and what it carries: an AskedCheckbox of that name shows itself.
 * `saved`: for a form that saves itself while somebody writes in it: what stands now, when, and whether it stands apart from the record.
 * `shown`: for a form that was read and not done yet: what was understood, in words, beside the values it was understood to say.
 */
export type FormState = {
  attempt: number;
  errors: Record<string, string[]>;
  values: Record<string, string | string[]>;
  problem?: { title: string; text: string; items?: string[]; asks?: { name: string; value: string } };
  saved?: Saved;
  shown?: string;
};
export type Saved = { version: number; at: string; apart?: boolean; decided?: boolean };

export const emptyFormState: FormState = { attempt: 0, errors: {}, values: {} };

/** Of a file in a form. What is sent at once may be a little more. */
export const largestFile = 900_000;

/** A server action as a form calls it. */
export type Submission = (previous: FormState, form: FormData) => Promise<FormState>;

export function hasFailed(state: FormState): boolean {
  return state.problem !== undefined || Object.values(state.errors).some((messages) => messages.length > 0);
}

/** The hidden field in which a form of a signed-in page says whose page it stands on. */
export const personField = "$person";
