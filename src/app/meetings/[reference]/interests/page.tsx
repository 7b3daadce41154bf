import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { InterestFields } from "@/app/interests/interest-fields.tsx";
import { readReference } from "@/app/read-reference.ts";
import { type MeetingInterests, viewMeetingInterests } from "@/domain/interests/queries/view-meeting-interests.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { interestAboutWords, interestIn, interestKindWords, interestWords as words } from "@/wording/interests.ts";
import { shellWords } from "@/wording/shell.ts";
import { matterWords, OfficeInterests } from "./office-interests.tsx";
import { submitInterest } from "./submit.ts";

/** The question that is asked at sign-in, item by item; beneath it, what the chair's office alone sees. */
export default async function MeetingInterestsPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const interests = await viewMeetingInterests(actor, { reference: await readReference(params) });
  if (!interests) notFound();
  const { reference, forum, office } = interests;
  const title = words.title(reference);
  return (
    <Frame actor={actor} title={title} current="meetings" marked={office !== null}>
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <Stack>
        <QuestionPage>
          <Stack>
            <PageHeader eyebrow={`${forum} · ${reference}`} title={words.heading} />
            {office && (
              <p>
                <a href="#office">{words.office}</a>
              </p>
            )}
            <Question interests={interests} title={`${title} – ${shellWords.titleEnd}`} />
            {interests.own.length > 0 && <Own own={interests.own} />}
            <p>
              {words.standingNote} <a href="/interests">{words.mine}</a>
            </p>
            {!interests.hasSigned && (
              <p>
                <a href={`/meetings/${reference}/register`}>{words.toRegister}</a>
              </p>
            )}
          </Stack>
        </QuestionPage>
        {office && <OfficeInterests reference={reference} matters={interests.matters} office={office} title={`${title} – ${shellWords.titleEnd}`} />}
      </Stack>
    </Frame>
  );
}

function Question({ interests: { reference, matters, allowed }, title }: { interests: MeetingInterests; title: string }) {
  if (!allowed.declare) return <Alert title={words.notNow} />;
  return (
    <SubmissionForm submission={submitInterest} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={words.declare} heading={<div className="form-group stack"><p>{words.lead}</p><p>{words.minuted}</p></div>}>
      <RadiosField name="on" legend={words.matter} items={[...matters.map((one) => ({ value: one.on, text: matterWords(one) })), { value: "meeting", text: words.wholeMeeting, hint: words.wholeMeetingHint }]} />
      <InterestFields />
    </SubmissionForm>
  );
}

const Own = ({ own }: { own: MeetingInterests["own"] }) => (
  <Card title={words.own}>
    <SummaryList
      rows={own.map((one) => ({
        key: interestIn(one.from),
        value: (
          <>
            <p>
              {interestKindWords[one.kind]}, {interestAboutWords[one.about].toLowerCase()}: {one.words ?? words.withheld}
            </p>
            <p className="quiet">{[one.noted ? words.notedOfYou : "", one.recused ? words.youAreRecused : words.youStay].filter(Boolean).join(". ")}</p>
          </>
        ),
      }))}
    />
  </Card>
);
