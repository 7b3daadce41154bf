import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { dayOf, inWords, momentInWords, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type ReferralForm, viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { type ViewedReferral, viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { viewSimilar } from "@/domain/repeats/queries/view-similar.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { IdentityBar } from "@/ui/content/identity-bar.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { type Task, TaskList } from "@/ui/content/task-list.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { caseWords, riskTones, subjectTypeWords } from "@/wording/cases.ts";
import { referralWords, triageWords as words, writeWords } from "@/wording/referral-pages.ts";
import { partWords, progressWords, referralStateTones, referralStateWords, thresholdWords } from "@/wording/referrals.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { RevealEnds } from "../../cases/[reference]/reveal-ends.client.tsx";
import { Frame } from "../../frame.tsx";
import { readReference } from "../../read-reference.ts";
import { SimilarRecords } from "../../similar-records.tsx";
import { submitRevealReferral } from "../submit.ts";
import { WhatCameOfIt } from "../../what-came-of-it.tsx";
import { Particulars } from "./particulars.tsx";
import { ReferralParts } from "./referral-parts.tsx";

/** A referral: to whoever writes it the list of its parts, to the chair's office what it says and what can be answered. */
export default async function ReferralPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const form = await viewReferralForm(actor, reference);
  const found = form ? null : await viewReferral(actor, reference);
  if (!form && !found) notFound();
  const isWaiting = found?.triages && (found.state === "sent" || found.state === "more_asked");
  const similar = isWaiting ? await viewSimilar(actor, { source: "referral", reference }) : null;
  const title = referralWords.title(reference);
  return (
    <Frame actor={actor} title={title} current="referrals" marked>
      <BackLink href="/referrals">{referralWords.back}</BackLink>
      {form && <Writing form={form} />}
      {found && <Record found={found} similar={<SimilarRecords records={similar} />} title={`${title} – ${shellWords.titleEnd}`} />}
    </Frame>
  );
}

/** The parts, each saved by itself, and sending once they are all there. */
function Writing({ form }: { form: ReferralForm }) {
  const { reference, state, forum, progress, missing, matter, threshold } = form;
  const meets = threshold?.meets;
  const [asked] = form.answers;
  const href = { matter: "write/matter", threshold: "write/threshold", people: "people", sharing: "write/sharing", risk: "write/risk" } as const;
  const isTheme = matter.subjectType === "theme";
  const parts = (["matter", "threshold", "people", "sharing", "risk"] as const).map((part): Task => ({
    title: partWords[part],
    href: part === "people" && isTheme ? undefined : `/referrals/${reference}/${href[part]}`,
    hint: part === "people" && isTheme ? writeWords.nobodyInTheme : writeWords.hints[part],
    status: progress[part] ? writeWords.completed : <Tag tone="blue">{writeWords.notStarted}</Tag>,
  }));
  const send: Task = missing.length > 0 ? { title: writeWords.send, status: <span className="quiet">{writeWords.cannotStart}</span> } : { title: writeWords.send, href: `/referrals/${reference}/write/check`, status: <Tag tone="green">{writeWords.ready}</Tag> };
  return (
    <QuestionPage>
      <PageHeader eyebrow={reference} title={matter.title ?? referralWords.title(reference)} subtitle={`${forum}. ${writeWords.saved}`} />
      {state === "more_asked" && asked && (
        <Alert kind="warning" title={writeWords.askedTitle}>
          {writeWords.asked(asked.reason, asked.by)}
        </Alert>
      )}
      {meets && !meets.met && (
        <Alert title={writeWords.below}>
          {thresholdWords(meets)} {writeWords.belowText}
        </Alert>
      )}
      <h2 className="mt-6">{writeWords.parts}</h2>
      <TaskList id="parts" items={[...parts, send]} />
    </QuestionPage>
  );
}

function Record({ found, similar, title }: { found: ViewedReferral; similar: ReactNode; title: string }) {
  const { reference, state, matter, triages, allowed, forum, risk, threshold, revealedUntil } = found;
  return (
    <>
      <PageHeader title={matter.title ?? referralWords.title(reference)} />
      <IdentityBar
        reference={reference}
        words={subjectTypeWords[matter.subjectType]}
        tags={
          <>
            <Tag tone={referralStateTones[state]}>{triages ? referralStateWords[state] : progressWords[state]}</Tag>
            {risk && <Tag tone={riskTones[risk.risk]}>{caseWords.riskTag[risk.risk]}</Tag>}
          </>
        }
        facts={forum}
        actions={
          allowed.decide && (
            <ButtonLink href={`/referrals/${reference}/answer/take`} small about={reference}>
              {words.answers.take.link}
            </ButtonLink>
          )
        }
      />
      <Columns
        main={
          <>
            {found.turning ? (
              <Alert kind="warning" title={words.turning}>
                {words.turningText}
              </Alert>
            ) : (
              found.children && <Alert kind="warning" title={words.children} />
            )}
            {triages && found.chairOut && <Alert title={words.chairOut}>{words.chairOutText}</Alert>}
            <WhatCameOfIt {...found} />
            {threshold && <Alert title={thresholdWords(threshold.meets)} />}
            <Card title={words.people} id="people" note={revealedUntil ? caseWords.shownUntil(timeInWords(revealedUntil)) : undefined}>
              {revealedUntil && <RevealEnds seconds={Math.ceil((revealedUntil.getTime() - found.readAt.getTime()) / 1000)} />}
              {found.people.length === 0 && <p className="quiet">{words.noPeople}</p>}
              {found.people.map((one) => (
                <section key={one.id} className="mb-4">
                  <h3 className="first-letter:uppercase">{one.label}</h3>
                  <Particulars one={one} />
                </section>
              ))}
              {allowed.reveal && !revealedUntil && found.people.length > 0 && (
                <div className="screen-only">
                  <p className="mb-4">{words.hidden}</p>
                  <SubmissionForm submission={submitRevealReferral} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={caseWords.show} buttonTone="secondary" about={reference} idPrefix="reveal-" small>
                    <TextareaField name="reason" label={caseWords.reason} hint={caseWords.reasonHint} rows={2} limit={300} />
                  </SubmissionForm>
                </div>
              )}
            </Card>
            {similar}
            <ReferralParts found={found} />
          </>
        }
        side={
          <Stack>
            <Facts found={found} />
            {(allowed.decide || allowed.askMore || allowed.standAside) && <Answers found={found} />}
            <Said found={found} />
          </Stack>
        }
      />
    </>
  );
}

function Facts({ found: { agency, by, sentAt, answerBy, waited, late, forum, next, isUrgent, state, caseReference, triages } }: { found: ViewedReferral }) {
  const waits = state === "sent" || state === "more_asked";
  const nextWords = next === null ? words.none : `${next.reference}, ${withWeekday(dayOf(next.startsAt))}`;
  return (
    <Card title={words.facts}>
      <SummaryList
        compact
        rows={[
          { key: words.from, value: referralWords.by(agency, by) },
          { key: words.sent, value: sentAt ? `${inWords(dayOf(sentAt))}${waited === null ? "" : ` (${referralWords.waited(waited).toLowerCase()})`}` : referralWords.notSent },
          ...(waits && answerBy ? [{ key: words.due, value: <>{withWeekday(answerBy)} {late && <Tag tone="red">{referralWords.lateTag}</Tag>}</> }] : []),
          { key: words.meeting, value: forum },
          ...(triages && waits ? [{ key: words.next, value: nextWords }] : []),
          ...(caseReference ? [{ key: words.case, value: <a href={`/cases/${caseReference}`}>{caseReference}</a> }] : []),
        ]}
      />
      {triages && waits && isUrgent && (
        <Alert kind="warning" title={words.urgent}>
          <p>{words.urgentText(next === null ? null : withWeekday(dayOf(next.startsAt)))}</p>
          <a href="/meetings/new?kind=extraordinary">{words.callMeeting}</a>
        </Alert>
      )}
    </Card>
  );
}

function Answers({ found: { reference, allowed, state } }: { found: ViewedReferral }) {
  const all = [
    ["take", allowed.decide && state === "sent"], ["join", allowed.decide && state === "sent"], ["redirect", allowed.decide], ["ask", allowed.askMore], ["decline", allowed.decide], ["aside", allowed.standAside],
  ] as const;
  return (
    <Card title={words.answer} note={allowed.decide ? words.answerNote : words.officeNote}>
      <ul className="plain-list">
        {all.filter(([, may]) => may).map(([how]) => (
          <li key={how} className="mb-2">
            <a href={`/referrals/${reference}/answer/${how}`}>{words.answers[how].link}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What was sent, asked and answered, the newest first. */
function Said({ found: { answers, sendings, state, answerBy, isWriter, triages } }: { found: ViewedReferral }) {
  const lines = [
    ...answers.map((one) => ({ at: one.at, key: one.id, title: triages ? referralStateWords[one.kind] : progressWords[one.kind], by: words.decidedBy(one.by), text: [one.reason, one.toAgency && words.toAgency(one.toAgency)].filter(Boolean).join(" ") })),
    ...sendings.map((one, index) => ({ at: one.at, key: one.id, title: words.sendings(sendings.length - index), by: null, text: one.answer })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const next = isWriter ? (state === "sent" && answerBy ? words.nextSteps.sent(answerBy) : state === "taken" || state === "joined" ? words.nextSteps.taken : state === "redirected" ? words.nextSteps.redirected : state === "declined" ? words.nextSteps.declined : null) : null;
  return (
    <Card title={words.history}>
      {next && <p className="mb-4">{next}</p>}
      {lines.map(({ key, title, by, at, text }) => (
        <section key={key} className="mb-4">
          <h3>{title}</h3>
          <p className="quiet">{[momentInWords(at), by].filter(Boolean).join(", ")}</p>
          {text && <p>{text}</p>}
        </section>
      ))}
    </Card>
  );
}
