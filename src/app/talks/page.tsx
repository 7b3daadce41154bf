import { randomUUID } from "node:crypto";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { listTalks, type OwnTalk, type TalkToAnswer } from "@/domain/repeats/queries/list-talks.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { likenessWords, repeatSourceWords, repeatWords as words } from "@/wording/repeats.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { KnownPeople } from "../known-people.tsx";
import { submitAnswer } from "./submit.ts";

/** Who asks to talk about something that one holds, and whom one asked. */
export default async function TalksPage() {
  const actor = await requireActor();
  const { toAnswer, asked } = await listTalks(actor, {});
  const title = `${words.talks} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={words.talks}>
      <BackLink href="/">{shellWords.navigation.home}</BackLink>
      <QuestionPage>
        <Stack>
          <PageHeader title={words.talks} subtitle={words.talksLead} />
          <h2>{words.toAnswer}</h2>
          {toAnswer.length === 0 ? (
            <EmptyState title={words.noneToAnswer} icon="inbox">
              {words.noneToAnswerText}
            </EmptyState>
          ) : (
            toAnswer.map((talk) => <ToAnswer key={talk.id} talk={talk} title={title} />)
          )}
          <h2>{words.youAsked}</h2>
          {asked.length === 0 ? (
            <EmptyState title={words.noneAsked} icon="send">
              {words.noneAskedText}
            </EmptyState>
          ) : (
            asked.map((talk) => <Asked key={talk.id} talk={talk} />)
          )}
        </Stack>
      </QuestionPage>
    </Frame>
  );
}

const ToAnswer = ({ talk, title }: { talk: TalkToAnswer; title: string }) => (
  <Card title={words.asker(talk.asker, talk.post, talk.agency)}>
    <SummaryList
      rows={[
        { key: words.asked, value: momentInWords(talk.askedAt) },
        { key: words.about, value: talk.records.map(({ source, reference, why }) => <p key={reference}>{`${repeatSourceWords[source]} ${reference}: ${why.map((one) => likenessWords[one]).join("; ")}`}</p>) },
        ...(talk.answer || talk.over ? [] : [{ key: words.until, value: inWords(talk.endsOn) }]),
      ]}
    />
    {talk.answer ? (
      <p className="font-semibold">{talk.answer.known ? words.wasKnown(talk.answer.by, momentInWords(talk.answer.at)) : words.keptStill(talk.answer.by, momentInWords(talk.answer.at))}</p>
    ) : talk.over ? (
      <p className="quiet">{words.overOn(inWords(talk.endsOn))}</p>
    ) : (
      <SubmissionForm submission={submitAnswer} submissionKey={randomUUID()} title={title} hidden={{ talkId: talk.id }} button={words.save} idPrefix={talk.id}>
        <RadiosField
          name="known"
          legend={words.answer}
          items={[
            { value: "yes", text: words.makeKnown, hint: words.makeKnownText },
            { value: "no", text: words.keepStill, hint: words.keepStillText },
          ]}
        />
      </SubmissionForm>
    )}
  </Card>
);

const Asked = ({ talk }: { talk: OwnTalk }) => (
  <Card title={`${words.referral} ${talk.referral}`} note={words.talkAsked(momentInWords(talk.askedAt), inWords(talk.endsOn))}>
    <KnownPeople known={talk.known} />
  </Card>
);
