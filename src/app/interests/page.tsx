import { randomUUID } from "node:crypto";
import { type StandingInterest, viewOwnInterests } from "@/domain/interests/queries/view-own-interests.ts";
import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { interestAboutWords, interestKindWords, interestWords as words } from "@/wording/interests.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { InterestFields } from "./interest-fields.tsx";
import { submitStandingInterest, submitWithdrawal } from "./submit.ts";

/** What a person declares of themselves once, whatever is on an agenda. */
export default async function InterestsPage() {
  const actor = await requireActor();
  const { interests, allowed } = await viewOwnInterests(actor, {});
  const title = `${words.mine} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={words.mine}>
      <BackLink href="/">{words.home}</BackLink>
      <QuestionPage>
        <Stack>
          <PageHeader title={words.mine} subtitle={words.mineLead} />
          {interests.length === 0 ? <EmptyState icon="file-text" title={words.noStanding}>{words.noStandingText}</EmptyState> : <Standing interests={interests} title={title} />}
          {allowed.declare && (
            <Card title={words.add}>
              <SubmissionForm submission={submitStandingInterest} submissionKey={randomUUID()} title={title} button={words.addButton}>
                <InterestFields />
              </SubmissionForm>
            </Card>
          )}
        </Stack>
      </QuestionPage>
    </Frame>
  );
}

const Standing = ({ interests, title }: { interests: StandingInterest[]; title: string }) => (
  <Card title={words.standing} note={words.withdrawNote}>
    <SummaryList
      rows={interests.map((one) => ({
        key: interestAboutWords[one.about],
        value: (
          <>
            <p>{one.words ?? words.withheld}</p>
            <p className="quiet">
              {interestKindWords[one.kind]} · {one.withdrawnAt ? words.withdrawnOn(inWords(dayOf(one.withdrawnAt))) : words.declaredOn(inWords(dayOf(one.declaredAt)))}
            </p>
            {!one.withdrawnAt && (
              <PostButton submission={submitWithdrawal} submissionKey={randomUUID()} title={title} hidden={{ interestId: one.id }} small about={interestAboutWords[one.about]}>
                {words.withdraw}
              </PostButton>
            )}
          </>
        ),
      }))}
    />
  </Card>
);
