import type { ConcernHome } from "@/domain/concerns/queries/view-concern-home.ts";
import type { OwnConcern } from "@/domain/concerns/queries/list-concerns.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { CopyOrPrint } from "@/ui/content/copy-or-print.client.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { ProgressTracker } from "@/ui/content/progress-tracker.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { concernWords, councillorHome as words, progressWords } from "@/wording/concerns.ts";
import { trackerSteps } from "./concerns/[reference]/raiser.tsx";

/** For a councillor: raise one, see what came of the others, and what residents may be told. */
export function CouncillorConcerns({ home }: { home: ConcernHome }) {
  return (
    <>
      <RaiseCard />
      <TellCard own={home.own} />
      <OwnCard own={home.own} />
      <LogCard log={home.log} />
    </>
  );
}

function RaiseCard() {
  return (
    <div className="raise-card">
      <ButtonLink href="/concerns/new">{concernWords.raise}</ButtonLink>
      <p className="quiet">
        {words.raiseNote} <a href="/concerns/purpose">{concernWords.thresholdLink}</a>
      </p>
    </div>
  );
}

const firstWords = (text: string) => (text.length > 90 ? `${text.slice(0, 88).replace(/\s+\S*$/u, "")} …` : text).replaceAll(/\s+/g, " ");

export function OwnCard({ own }: { own: OwnConcern[] }) {
  return (
    <Card title={words.own} actions={own.length > 0 && <a href="/concerns?show=mine">{words.all}</a>}>
      {own.length === 0 ? (
        <EmptyState title={words.ownEmpty.title} icon="megaphone">
          {words.ownEmpty.text}
        </EmptyState>
      ) : (
        <ul className="own-concerns">
          {own.map((one) => (
            <li key={one.reference}>
              <p>
                <Reference href={`/concerns/${one.reference}`}>{one.reference}</Reference> {firstWords(one.what)}
              </p>
              <ProgressTracker steps={trackerSteps} current={one.progress.step} />
              <p className="quiet">
                {progressWords(one.progress, one.hearBy)} {one.asked && <a href={`/concerns/${one.reference}#more`}>{words.question}</a>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Words that residents may be told and haven't been yet. */
function TellCard({ own }: { own: OwnConcern[] }) {
  const untold = own.flatMap(({ reference, replies }) => replies.filter(({ toldOn }) => toldOn === null).map((reply) => ({ reference, ...reply })));
  if (untold.length === 0) return null;
  return (
    <Card title={words.tell} icon="message-square">
      <ul className="own-concerns">
        {untold.map(({ reference, answerId, words: said }) => (
          <li key={answerId}>
            <p>
              <Reference href={`/concerns/${reference}`}>{reference}</Reference>
            </p>
            <blockquote className="whitespace-pre-line break-words">{said}</blockquote>
            <CopyOrPrint text={said} copy={concernWords.copy} copied={concernWords.copied} print={concernWords.print} />
            <ButtonLink href={`/concerns/${reference}`} tone="secondary" small about={reference}>
              {concernWords.toldSubmit}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LogCard({ log }: { log: OwnConcern[] }) {
  const again = log.filter(({ suggestsRaising }) => suggestsRaising);
  return (
    <Card title={words.log} actions={log.length > 0 && <a href="/concerns?show=log">{words.logCount(log.length)}</a>}>
      {log.length === 0 && <p className="quiet">{words.logEmpty}</p>}
      {again.map(({ reference }) => (
        <Alert key={reference} kind="warning" title={words.logAgain(reference)}>
          <a href={`/concerns/${reference}`}>{concernWords.raiseLogged}</a>
        </Alert>
      ))}
    </Card>
  );
}

/** Which meeting covers a councillor's ward, who chairs it and whom to ask: also for whoever was never invited to it. */
export function WardCard({ home }: { home: ConcernHome }) {
  return home.wards.map(({ ward, forum, chair, coordinator, hasSeat }) => (
    <Card key={ward} title={forum ? words.ward(ward, forum) : words.noForum(ward)}>
      {forum && <p>{words.wardNote(chair, coordinator)}</p>}
      {forum && !hasSeat && <p>{words.noSeat}</p>}
    </Card>
  ));
}

/** For the chair's office: what waits, and how long. Nothing where nothing waits. */
export function WaitingConcernsCard({ waiting }: { waiting: ConcernHome["waiting"] }) {
  if (!waiting || waiting.many === 0) return null;
  return (
    <Card title={words.waiting} icon="megaphone">
      <NextSteps>
        <NextStep title={words.waitingNote(waiting.many, waiting.oldest, waiting.late)}>
          <ButtonLink href="/concerns?show=waiting" tone="secondary">
            {waiting.decides ? words.decide : words.prepare}
          </ButtonLink>
        </NextStep>
      </NextSteps>
    </Card>
  );
}
