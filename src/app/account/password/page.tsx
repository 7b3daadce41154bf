import { notFound } from "next/navigation";
import { shortestPassword } from "@/domain/accounts/inputs.ts";
import { viewOwnAccount } from "@/domain/accounts/queries/view-own-account.ts";
import { PasswordField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords as words, entryWords } from "@/wording/accounts.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { titleOf, WhosePassword } from "../../outside.tsx";
import { ProofFields } from "../proof-fields.tsx";
import { submitPassword } from "./submit.ts";

export default async function PasswordPage() {
  const actor = await requireActor();
  const { email, passwordSetAt, factor } = await viewOwnAccount(actor, {});
  if (!passwordSetAt) notFound();
  const shortest = shortestPassword({ hasFactor: factor !== null, mustHaveFactor: false });
  return (
    <Frame actor={actor} title={words.changeTitle}>
      <BackLink href="/account">{words.back}</BackLink>
      <SubmissionForm submission={submitPassword} title={titleOf(words.changeTitle)} heading={<PageHeader title={words.changeTitle} subtitle={words.changeLead} />} button={words.changeButton}>
        <WhosePassword email={email} />
        <ProofFields hasFactor={factor !== null} />
        <PasswordField name="password" label={entryWords.newPassword} hint={entryWords.passwordHint(shortest)} autoComplete="new-password" />
      </SubmissionForm>
    </Frame>
  );
}
