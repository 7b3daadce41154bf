import { notFound } from "next/navigation";
import { viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { ConfirmationPanel } from "@/ui/content/confirmation-panel.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { referralWords, writeWords as words } from "@/wording/referral-pages.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";

/** It has left its writer's hands: its reference, what happens next and when. */
export default async function SentPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewReferral(actor, await readReference(params));
  if (!found?.isWriter || found.answerBy === null) notFound();
  const { reference, answerBy } = found;
  return (
    <Frame actor={actor} title={referralWords.titleOf(words.sentTitle, reference)} current="referrals">
      <QuestionPage>
        <ConfirmationPanel title={words.sentTitle} referenceLabel={words.sentReference} reference={reference} />
        <h2 className="mt-8">{words.next}</h2>
        <p>{words.sentText(answerBy)}</p>
        <p>{words.sentMore}</p>
        <div className="button-group mt-6">
          <ButtonLink href={`/referrals/${reference}`} tone="secondary">
            {words.copy}
          </ButtonLink>
          <a href="/referrals">{words.all}</a>
        </div>
      </QuestionPage>
    </Frame>
  );
}
