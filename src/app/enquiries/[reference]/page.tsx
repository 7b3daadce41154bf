import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { readReference } from "@/app/read-reference.ts";
import { type ViewedEnquiry, viewEnquiry } from "@/domain/enquiries/queries/view-enquiries.ts";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList, type SummaryRow } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { enquiryStateWords, enquiryWords as words } from "@/wording/enquiries.ts";
import { shellWords } from "@/wording/shell.ts";
import { AnswerFields, answerChecks } from "../answer-fields.tsx";
import { Question } from "../question.tsx";
import { submitAnswer, submitWithdraw } from "./submit.ts";

/** One question about a case: for whoever is asked, to answer it; for the office that asked, how it stands. Of the case itself it shows nothing. */
export default async function EnquiryPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const enquiry = await viewEnquiry(actor, await readReference(params));
  if (!enquiry) notFound();
  const { reference, office, state } = enquiry;
  return (
    <Frame actor={actor} title={words.title(reference)} current={office ? "cases" : "home"} marked={enquiry.words !== null}>
      <BackLink href={office ? `/cases/${office.case}` : "/"}>{office ? office.case : shellWords.navigation.home}</BackLink>
      <QuestionPage>
        {office ? (
          <>
            <PageHeader eyebrow={reference} title={words.heading} subtitle={words.ofOffice(office.agency)} />
            <Question enquiry={enquiry} />
            <Office enquiry={enquiry} office={office} />
          </>
        ) : enquiry.allowed.answer ? (
          <SubmissionForm
            submission={submitAnswer}
            submissionKey={randomUUID()}
            title={titleOf(words.title(reference))}
            heading={<PageHeader eyebrow={reference} title={words.heading} subtitle={words.from(enquiry.forum, enquiry.answerBy)} />}
            hidden={{ reference }}
            button={words.continue}
            checks={answerChecks}
          >
            <Question enquiry={enquiry} />
            <AnswerFields />
          </SubmissionForm>
        ) : (
          <>
            <PageHeader eyebrow={reference} title={words.over} />
            <p>{state === "open" ? null : words.overText[state]}</p>
          </>
        )}
      </QuestionPage>
    </Frame>
  );
}

function Office({ enquiry, office }: { enquiry: ViewedEnquiry; office: NonNullable<ViewedEnquiry["office"]> }) {
  const { reference, state, askedAt, answeredAt, allowed } = enquiry;
  const { route } = office;
  const rows: SummaryRow[] = [
    { key: words.state, value: answeredAt ? `${enquiryStateWords[state]}, ${momentInWords(answeredAt)}` : enquiryStateWords[state] },
    { key: words.case, value: <Reference href={`/cases/${office.case}`}>{office.case}</Reference> },
    { key: words.person, value: `${office.person}, ${office.agency}` },
    { key: words.asked, value: momentInWords(askedAt) },
    { key: words.by, value: inWords(enquiry.answerBy) },
    ...(office.answer ? [{ key: words.answer, value: <span className="whitespace-pre-line">{office.answer}</span> }] : []),
    ...(route ? [{ key: words.link, value: words.linkStates[route.state](route.endsAt) }] : []),
    ...(route?.code ? [{ key: words.code, value: <><strong className="text-xl tracking-widest">{route.code}</strong><span className="quiet block">{words.codeHint}</span></> }] : []),
  ];
  return (
    <Card title={words.state}>
      <SummaryList compact rows={rows} />
      {allowed.withdraw && (
        <div className="mt-4">
          <PostButton submission={submitWithdraw} submissionKey={randomUUID()} title={titleOf(words.title(reference))} hidden={{ reference }} small>
            {words.withdraw}
          </PostButton>
        </div>
      )}
    </Card>
  );
}
