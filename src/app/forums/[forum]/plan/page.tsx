import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { readForumCode } from "@/app/admin/forums/read-forum-code.ts";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { titleOf } from "@/app/outside.tsx";
import { type ExpectedReport, type ForwardPlan, type PutOffItem, type ReceivedReport, viewPlan } from "@/domain/forward-plan/queries/view-plan.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agendaWords } from "@/wording/agenda.ts";
import { deferralWords } from "@/wording/deferrals.ts";
import { forwardPlanWords as words, plannedKindWords, rhythmWords } from "@/wording/forward-plan.ts";
import { submitIsThere } from "./submit.ts";

/** What comes to a forum when, and what is overdue, for whoever sits on it or serves it. */
export default async function ForwardPlanPage({ params }: { params: Promise<{ forum: string }> }) {
  const actor = await requireActor();
  const plan = await viewPlan(actor, readForumCode((await params).forum));
  if (!plan) notFound();
  const { forum, expected, received, withdrawn, choices } = plan;
  return (
    <Frame actor={actor} title={words.title(forum.code)} current="meetings">
      <BackLink href="/meetings">{words.back}</BackLink>
      <PageHeader eyebrow={forum.name} title={words.heading} subtitle={words.lead} actions={choices && <ButtonLink href={`/forums/${forum.code}/plan/new`}>{words.add}</ButtonLink>} />
      <Stack>
        <Card title={words.expected} note={expected.length > 0 ? words.expectedCount(expected.length, expected.filter(({ overdue }) => overdue).length) : undefined} flush={expected.length > 0}>
          {expected.length > 0 ? <Expected plan={plan} /> : <EmptyState title={words.nothing} icon="calendar-days">{words.nothingNote}</EmptyState>}
        </Card>
        {plan.putOff.length > 0 && (
          <Card title={deferralWords.list} note={deferralWords.listNote}>
            <PutOff plan={plan} title={titleOf(words.title(forum.code))} />
          </Card>
        )}
        <Card title={words.received} flush={received.length > 0}>
          {received.length > 0 ? <Received received={received} /> : <p className="quiet">{words.nothingReceived}</p>}
        </Card>
        {withdrawn.length > 0 && (
          <Card title={words.withdrawn}>
            <SummaryList compact rows={withdrawn.map(({ id, title, on, reason }) => ({ id, key: title, value: words.withdrawnOn(on, reason) }))} />
          </Card>
        )}
      </Stack>
    </Frame>
  );
}

function Expected({ plan: { forum, expected, putOff, choices } }: { plan: ForwardPlan }) {
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.what}</ColumnHead>
          <ColumnHead>{columns.who}</ColumnHead>
          <ColumnHead>{columns.due}</ColumnHead>
          <ColumnHead>{columns.agenda}</ColumnHead>
        </>
      }
    >
      {expected.map((report) => (
        <ExpectedRow key={report.id} report={report} waits={putOff.some(({ plannedId, waits }) => waits && plannedId === report.id)} href={choices ? `/forums/${forum.code}/plan/${report.id}` : null} />
      ))}
    </Table>
  );
}

function ExpectedRow({ report: { kind, title, by, month, meeting, rhythm, overdue, restricted, on, putOff }, waits, href }: { report: ExpectedReport; waits: boolean; href: string | null }) {
  const { columns } = words;
  return (
    <tr>
      <RowHead label={undefined}>
        {/* what an agenda that is out has is changed no more */}
        {href !== null && (on === null || on.isDraft) ? <a href={href}>{title}</a> : title}
        <p className="quiet font-normal">{words.kindAndRhythm(plannedKindWords[kind], rhythmWords[rhythm])}</p>
        {(overdue || restricted) && (
          <p className="tag-row">
            {overdue && <Tag tone="amber">{words.overdue}</Tag>}
            {restricted && <Tag icon="lock">{words.restricted}</Tag>}
          </p>
        )}
      </RowHead>
      <Cell label={columns.who}>{by}</Cell>
      <Cell label={columns.due}>{meeting === null ? words.dueIn(month) : words.dueAt(meeting, month)}</Cell>
      <Cell label={columns.agenda} note={putOff.length > 0 ? words.putOff(putOff) : undefined}>
        {on === null ? waits ? deferralWords.waitsBelow : words.noMeeting : <a href={`/meetings/${on.reference}`}>{on.isDraft ? words.comesTo(on.reference, dayOf(on.startsAt)) : words.onAgenda(on.reference)}</a>}
      </Cell>
    </tr>
  );
}

/** What waits to come back, with its history; the office says what is there. */
function PutOff({ plan: { putOff, choices }, title }: { plan: ForwardPlan; title: string }) {
  return (
    <NextSteps>
      {putOff.map((item) => (
        <NextStep
          key={item.id}
          title={item.title}
          note={
            <>
              {item.chain.length > 1 && <span className="block">{agendaWords.putOffTimes(item.chain)}</span>}
              {item.chain.map((one) => (
                <span key={one.meeting} className="block">
                  {agendaWords.putOff(one)}
                </span>
              ))}
              <span className="block">{whenBack(item)}</span>
            </>
          }
        >
          {choices && item.waits && (
            <PostButton submission={submitIsThere} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} about={deferralWords.about(item.title)} small>
              {deferralWords.isThere}
            </PostButton>
          )}
        </NextStep>
      ))}
    </NextSteps>
  );
}

function whenBack({ waits, from, byHand, next, chain }: PutOffItem): string {
  if (byHand) return deferralWords.byHand;
  if (waits && from === null) return deferralWords.waits;
  if (waits && from !== null) return chain[0]?.untilWhat ? deferralWords.waitsOrFrom(from) : deferralWords.comesFrom(from);
  return next === null ? deferralWords.noMeeting : deferralWords.comesTo(next.reference, dayOf(next.startsAt));
}

function Received({ received }: { received: ReceivedReport[] }) {
  const { columnsReceived: columns } = words;
  return (
    <Table
      caption={words.captionReceived}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.what}</ColumnHead>
          <ColumnHead>{columns.who}</ColumnHead>
          <ColumnHead>{columns.due}</ColumnHead>
          <ColumnHead>{columns.at}</ColumnHead>
        </>
      }
    >
      {received.map(({ id, title, by, month, meeting, minute }) => (
        <tr key={id}>
          <RowHead label={undefined}>{title}</RowHead>
          <Cell label={columns.who}>{by}</Cell>
          <Cell label={columns.due}>{words.dueIn(month)}</Cell>
          <Cell label={columns.at}>
            <a href={`/meetings/${meeting}/minutes`}>{words.receivedAt(meeting, minute)}</a>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
