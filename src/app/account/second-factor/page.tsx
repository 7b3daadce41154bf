import { notFound } from "next/navigation";
import { appToReplace, viewOwnAccount } from "@/domain/accounts/queries/view-own-account.ts";
import { CodeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords as words, entryWords } from "@/wording/accounts.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { titleOf } from "../../outside.tsx";
import { AppToScan } from "../../sign-in/app-to-set-up.tsx";
import { ProofFields } from "../proof-fields.tsx";
import { submitFactor } from "./submit.ts";

export default async function SecondFactorPage() {
  const actor = await requireActor();
  const { passwordSetAt, factor } = await viewOwnAccount(actor, {});
  if (!passwordSetAt) notFound();
  const title = factor ? words.replaceTitle : words.factorTitle;
  return (
    <Frame actor={actor} title={title}>
      <BackLink href="/account">{words.back}</BackLink>
      <SubmissionForm submission={submitFactor} title={titleOf(title)} heading={<PageHeader title={title} subtitle={factor ? words.replaceLead : words.factorLead} />} button={words.factorButton}>
        <ProofFields hasFactor={factor !== null} codeHint={words.oldCodeHint} />
        <AppToScan app={await appToReplace(actor, {})} />
        <CodeField name="newCode" label={entryWords.firstCode} hint={entryWords.codeHint} width={10} inputMode="numeric" />
      </SubmissionForm>
    </Frame>
  );
}
