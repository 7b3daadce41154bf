import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { type Check, viewCheck } from "@/domain/repeats/queries/view-check.ts";
import { mostChecks } from "@/domain/repeats/inputs.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { repeatWords as words } from "@/wording/repeats.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { KnownPeople } from "../../../known-people.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitAskToTalk, submitCheck } from "./submit.ts";

/** On leaving people and places: whether other services hold something similar. The page is of one form for yes and for no, and for one and for many. */
export default async function SimilarPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const check = await viewCheck(actor, reference);
  if (!check) notFound();
  const title = `${words.checkTitle} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={words.checkTitle}>
      <BackLink href={`/referrals/${check.reference}`}>{words.back(check.reference)}</BackLink>
      <QuestionPage>
        <Stack>
          <PageHeader title={words.checkTitle} subtitle={words.checkLead} />
          {check.answer && <Answer check={check} title={title} />}
          {check.finds ? (
            <Card title={check.answer ? words.askAgain : words.ask} note={check.answer ? words.askAgainNote : words.kept(mostChecks.referral)}>
              <SubmissionForm submission={submitCheck} submissionKey={randomUUID()} title={title} hidden={{ reference: check.reference }} button={check.answer ? words.askAgain : words.ask} buttonTone={check.answer ? "secondary" : undefined}>
                <TextareaField name="purpose" label={words.purpose} hint={words.purposeHint} rows={2} limit={300} />
              </SubmissionForm>
            </Card>
          ) : (
            <Card title={words.off}>{words.offText}</Card>
          )}
        </Stack>
      </QuestionPage>
    </Frame>
  );
}

function Answer({ check: { reference, answer, talk, finds }, title }: { check: Check; title: string }) {
  if (!answer) return null;
  if (!answer.similar) {
    return (
      <Alert kind="info" title={words.no}>
        {words.noText} {words.askedOn(momentInWords(answer.askedAt))}
      </Alert>
    );
  }
  return (
    <>
      <Alert kind="info" title={words.yes}>
        {words.yesText} {words.askedOn(momentInWords(answer.askedAt))}
      </Alert>
      {talk ? (
        <Card title={words.askToTalk} note={words.talkAsked(momentInWords(talk.askedAt), inWords(talk.endsOn))}>
          <KnownPeople known={talk.known} />
        </Card>
      ) : (
        finds && (
          <Card title={words.askToTalk}>
            <p className="mb-4">{words.askToTalkText}</p>
            <PostButton submission={submitAskToTalk} submissionKey={randomUUID()} title={title} hidden={{ reference }} tone="primary">
              {words.askToTalk}
            </PostButton>
          </Card>
        )
      )}
    </>
  );
}
