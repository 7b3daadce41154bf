import { notFound } from "next/navigation";
import { viewOwnAccount } from "@/domain/accounts/queries/view-own-account.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords as words } from "@/wording/accounts.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { titleOf } from "../../outside.tsx";
import { ProofFields } from "../proof-fields.tsx";
import { submitNewCodes } from "./submit.ts";

export default async function NewCodesPage() {
  const actor = await requireActor();
  const { factor } = await viewOwnAccount(actor, {});
  if (!factor) notFound();
  return (
    <Frame actor={actor} title={words.newCodesTitle}>
      <BackLink href="/account">{words.back}</BackLink>
      <SubmissionForm submission={submitNewCodes} title={titleOf(words.newCodesTitle)} heading={<PageHeader title={words.newCodesTitle} subtitle={words.newCodesLead} />} button={words.newCodesButton}>
        <ProofFields hasFactor />
      </SubmissionForm>
    </Frame>
  );
}
