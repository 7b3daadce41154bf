import { TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { Outside, titleOf } from "../outside.tsx";
import { submitForgotten } from "./submit.ts";

/** Asks for a link to a new password. */
export default function ForgottenPage() {
  return (
    <Outside title={words.forgottenTitle}>
      <BackLink href="/sign-in">{words.signIn}</BackLink>
      <SubmissionForm submission={submitForgotten} title={titleOf(words.forgottenTitle)} heading={<PageHeader title={words.forgottenTitle} subtitle={words.forgottenLead} />} button={words.forgottenButton}>
        <TextField name="email" label={words.email} type="email" autoComplete="username" spellCheck={false} width={30} />
      </SubmissionForm>
    </Outside>
  );
}
