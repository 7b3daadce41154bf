import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { TakeAway } from "@/app/take-away.tsx";
import { readReference } from "@/app/read-reference.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { type Minutes, viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { correctionWords } from "@/wording/corrections.ts";
import { minutesStatusLooks, minutesWords as words, summaryOnly } from "@/wording/minutes.ts";
import { shellWords } from "@/wording/shell.ts";
import { Attendance } from "./attendance.tsx";
import { Receipts } from "./receipts.tsx";
import { MinutedItems } from "./minuted-items.tsx";
import { submitCirculateMinutes } from "./submit.ts";

/** The minutes as a document, on the screen and on paper. The action plan is another one. */
export default async function MinutesPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const minutes = await viewMinutes(actor, { reference });
  if (!minutes) notFound();
  return (
    <Frame actor={actor} title={words.title(minutes.reference)} current="meetings" marked={minutes.closedAt !== null}>
      <BackLink href={`/meetings/${minutes.reference}`}>{words.back}</BackLink>
      {minutes.closedAt === null ? <NoMinutes minutes={minutes} /> : <MinutesDocument minutes={minutes} actor={actor} />}
    </Frame>
  );
}

function NoMinutes({ minutes: { reference, state } }: { minutes: Minutes }) {
  return (
    <>
      <PageHeader title={words.title(reference)} />
      <EmptyState icon="file-text" title={words.noneTitle} actions={state === "in_session" ? <ButtonLink href={`/meetings/${reference}/room`}>{words.toRoom}</ButtonLink> : undefined}>
        {state === "cancelled" ? words.noneCancelled : words.noneText}
      </EmptyState>
    </>
  );
}

function MinutesDocument({ minutes, actor }: { minutes: Minutes; actor: Actor }) {
  const { reference, forum, state, startsAt, version, allowed } = minutes;
  const status = minutesStatusLooks[state];
  return (
    <article className="max-w-(--container-prose) rounded-(--radius-card) border border-line bg-paper p-4 sm:p-8 print:max-w-none print:border-0 print:p-0">
      <PrintHeader parts={[actor.partnershipName, forum.name, withWeekday(dayOf(startsAt)), status.word]} marking={shellWords.marking} />
      <PageHeader
        eyebrow={reference}
        title={words.heading(forum.name)}
        subtitle={withWeekday(dayOf(startsAt))}
        tags={<Tag tone={status.tone}>{status.word}</Tag>}
        actions={
          <>
            <ButtonLink href={`/actions?forum=${encodeURIComponent(forum.code)}&meeting=${encodeURIComponent(reference)}`} tone="secondary">
              {words.actionPlan}
            </ButtonLink>
            {allowed.correct && (
              <ButtonLink href={`/meetings/${reference}/room`} tone="secondary">
                {words.correct}
              </ButtonLink>
            )}
          </>
        }
      />
      <Standing minutes={minutes} />
      {minutes.summaryOnly && (
        <Alert kind="info" title={minutes.items.some((item) => item.words) ? words.summaryOfSome : summaryOnly}>
          {words.summaryOnlyText}
        </Alert>
      )}
      {allowed.circulate && (
        <PostButton submission={submitCirculateMinutes} title={words.title(reference)} hidden={{ reference, version }} submissionKey={randomUUID()} tone="primary">
          {words.circulate}
        </PostButton>
      )}
      {minutes.receipts && <Receipts receipts={minutes.receipts} />}
      <Attendance minutes={minutes} />
      <MinutedItems minutes={minutes} />
      {minutes.seal && <p className="quiet mt-8 break-all">{correctionWords.seal(minutes.seal)}</p>}
      <TakeAway forms={["docx", "pdf"]} hrefFor={(form) => `/meetings/${reference}/minutes/${form}`} about={words.title(reference)} />
      <PrintFooter>{words.printed([actor.style, actor.name].filter(Boolean).join(" "), minutes.readAt)}</PrintFooter>
    </article>
  );
}

/** How far these minutes are: said in words on top, on paper too. */
function Standing({ minutes: { state, confirmed } }: { minutes: Minutes }) {
  if (confirmed) return <Alert kind="success" title={words.confirmedText(confirmed.meeting, withWeekday(dayOf(confirmed.at)))} />;
  if (state === "circulated") return <Alert kind="info" title={words.sentText} />;
  return (
    <Alert kind="warning" title={words.draft}>
      {words.draftText}
    </Alert>
  );
}
