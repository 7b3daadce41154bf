import { shortestPassword } from "@/domain/accounts/inputs.ts";
import { readLink } from "@/domain/accounts/queries/read-link.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { CodeField, PasswordField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { LinkOver, Outside, titleOf, WhosePassword } from "../../outside.tsx";
import { submitReset } from "./submit.ts";

/** A new password by a link. Whoever has a second factor shows it here too: a mailbox alone opens no account. */
export default async function ResetPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await readLink(secret, "password_reset");
  if (!link) {
    return (
      <LinkOver>
        <p className="mb-4">{words.resetAgain}</p>
        <ButtonLink href="/forgotten">{words.forgottenTitle}</ButtonLink>
      </LinkOver>
    );
  }
  return (
    <Outside title={words.resetTitle}>
      <SubmissionForm submission={submitReset} title={titleOf(words.resetTitle)} heading={<PageHeader title={words.resetTitle} subtitle={words.resetLead} />} hidden={{ secret }} button={words.resetButton}>
        <WhosePassword email={link.email} />
        <PasswordField name="password" label={words.newPassword} hint={words.passwordHint(shortestPassword(link))} autoComplete="new-password" />
        {link.hasFactor && <CodeField name="code" label={words.code} hint={words.resetCodeHint} width={20} />}
      </SubmissionForm>
    </Outside>
  );
}
