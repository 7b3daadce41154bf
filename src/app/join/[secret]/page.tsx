import { readLink } from "@/domain/accounts/queries/read-link.ts";
import { shortestPassword } from "@/domain/accounts/inputs.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { CodeField, PasswordField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { LinkOver, Outside, titleOf, WhosePassword } from "../../outside.tsx";
import { submitJoin } from "./submit.ts";

/** An invitation: opening it changes nothing, so that what reads mail beforehand uses nothing up. */
export default async function JoinPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const link = await readLink(secret, "account_invitation");
  if (!link) {
    return (
      <LinkOver>
        <p className="mb-4">{words.joinAgain}</p>
        <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      </LinkOver>
    );
  }
  return (
    <Outside title={words.joinTitle}>
      <SubmissionForm submission={submitJoin} title={titleOf(words.joinTitle)} heading={<PageHeader title={words.joinTitle} subtitle={words.joinLead(link.partnershipName)} />} hidden={{ secret }} button={words.joinButton}>
        <WhosePassword email={link.email} />
        <PasswordField name="password" label={words.password} hint={words.passwordHint(shortestPassword(link))} autoComplete="new-password" />
        {link.hasFactor && <CodeField name="code" label={words.code} hint={words.resetCodeHint} width={20} />}
      </SubmissionForm>
    </Outside>
  );
}
