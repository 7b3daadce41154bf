import type { ReactNode } from "react";
import { notFound } from "next/navigation";
import { type ViewedEscalation, viewEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { dayOf, inWords, momentInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { escalationWords as words, stepWords } from "@/wording/escalations.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { readReference } from "../../read-reference.ts";
import { EscalationTag } from "../escalation-tag.tsx";
import { originPaths } from "../origin-paths.ts";
import { BoardActs } from "./board-acts.tsx";
import { ForumActs } from "./forum-acts.tsx";
import { OutsideActs } from "./outside-acts.tsx";

/** One escalation: what is asked of which board, and each step there. */
export default async function EscalationPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewEscalation(actor, await readReference(params));
  if (!found) notFound();
  const title = `${found.reference} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={found.reference} current="escalations" marked={found.content !== null}>
      <BackLink href="/escalations">{words.back}</BackLink>
      <PageHeader eyebrow={found.reference} title={found.title} tags={<EscalationTag escalation={found} />} />
      {found.notListed && (
        <div className="mb-6">
          <Alert kind="danger" title={words.alarmTitle}>
            {found.listedOn ? words.alarmFarText(inWords(found.listedOn)) : words.alarmText(inWords(found.listBy))}
          </Alert>
        </div>
      )}
      <Columns
        main={
          <Stack>
            <Words found={found} />
            <AnswerCard found={found} />
            <BoardActs found={found} title={title} />
            <OutsideActs found={found} title={title} />
            <ForumActs found={found} title={title} />
            <Card title={words.steps}>
              <Timeline events={found.steps.map((step, index) => ({ id: String(index), title: stepWords[step.kind], when: momentInWords(step.at), dateTime: step.at.toISOString(), by: step.by, lines: linesOf(step) }))} level={3} />
            </Card>
          </Stack>
        }
        side={<Facts found={found} />}
      />
    </Frame>
  );
}

const linesOf = ({ listedOn, listedAs, note }: ViewedEscalation["steps"][number]) => [
  ...(listedOn ? [{ text: words.yesOn(withWeekday(listedOn), listedAs) }] : []),
  ...(note ? [{ text: note }] : []),
];

function Words({ found: { content } }: { found: ViewedEscalation }) {
  if (!content) return <Alert title={words.titleOnly}>{words.titleOnlyText}</Alert>;
  const said = (text: string): ReactNode => <span className="whitespace-pre-line">{text}</span>;
  return (
    <Card title={words.nameless}>
      <SummaryList rows={[{ key: words.asked, value: said(content.asked) }, { key: words.given, value: said(content.given) }, { key: words.tried, value: said(content.tried) }]} />
    </Card>
  );
}

function AnswerCard({ found: { answer, telling } }: { found: ViewedEscalation }) {
  if (!answer && !telling) return null;
  return (
    <Card title={words.answer} note={answer && !answer.given ? words.answerNotGiven : undefined}>
      {answer && <p className="max-w-measure whitespace-pre-line">{answer.words}</p>}
      {answer?.safeWords && !telling && (
        <p className="mt-2 max-w-measure">
          <span className="font-semibold">{words.proposed}:</span> {answer.safeWords}
        </p>
      )}
      {telling && (
        <>
          <h3 className="mt-4 text-lg">{words.telling}</h3>
          <p className="max-w-measure whitespace-pre-line">{telling.words}</p>
          <p className="quiet">{words.tellingBy(telling.by, inWords(dayOf(telling.at)))}</p>
        </>
      )}
    </Card>
  );
}

function Facts({ found }: { found: ViewedEscalation }) {
  const { board, holder, forum, sentBy, sentOn, listBy, cycleDays, nextMeeting, listedOn, listedAs, heardOn, heardAs, answeredOn, origin, days, daysToListed, daysToAnswer } = found;
  const withNote = (text: string, note: string | null) => (
    <>
      {text}
      {note && <p className="quiet">{note}</p>}
    </>
  );
  return (
    <Card title={words.facts}>
      <SummaryList
        compact
        rows={[
          { key: words.board, value: withNote(board, holder && words.heldBy(holder)) },
          { key: words.forum, value: forum },
          ...(origin ? [{ key: words.originWords[origin.kind], value: <Reference href={`/${originPaths[origin.kind]}/${origin.reference}`}>{origin.reference}</Reference> }] : []),
          { key: words.sentBy, value: words.sentByWords(sentBy, inWords(sentOn)) },
          { key: words.listBy, value: withNote(inWords(listBy), words.cycle(cycleDays)) },
          ...(nextMeeting ? [{ key: words.nextMeeting, value: withWeekday(nextMeeting) }] : []),
          { key: words.columns.listed, value: listedOn ? withNote(words.yesOn(inWords(listedOn), listedAs), words.afterDays(daysToListed)) : words.notYet },
          { key: words.columns.heard, value: heardOn ? words.yesOn(inWords(heardOn), heardAs) : words.notYet },
          { key: words.columns.decided, value: answeredOn ? withNote(inWords(answeredOn), words.afterDays(daysToAnswer)) : words.notYet },
          { key: words.columns.days, value: found.endedOn ? words.inAll(days) : words.soFar(days) },
        ]}
      />
    </Card>
  );
}
