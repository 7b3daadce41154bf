import { randomUUID } from "node:crypto";
import { dayOf } from "@/domain/kernel/dates.ts";
import type { KeptAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { Card } from "@/ui/content/card.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { agendaWords as words, lineTitle } from "@/wording/agenda.ts";
import { submitEndWaiting, submitTakeWaiting } from "./submit.ts";

/** What waits for a place on an agenda of the forum, since when and why. */
export function WaitingList({ agenda: { reference, isDraft, waiting }, title }: { agenda: KeptAgenda; title: string }) {
  return (
    <Card title={words.waiting} note={waiting.length === 0 ? words.waitingNone : undefined}>
      {waiting.length > 0 && (
        <NextSteps>
          {waiting.map((line) => (
            <NextStep key={line.id} title={lineTitle(line)} note={`${words.waitingSince({ ...line, since: dayOf(line.since) })}${line.byItself ? ` ${words.byItself}` : ""}`}>
              <div className="grid gap-2">
                {(isDraft || !line.byItself) && (
                  <PostButton submission={submitTakeWaiting} submissionKey={randomUUID()} title={title} hidden={{ reference, waitingId: line.id }} about={lineTitle(line)} small>
                    {words.take}
                  </PostButton>
                )}
                {!line.byItself && (
                  <PostButton submission={submitEndWaiting} submissionKey={randomUUID()} title={title} hidden={{ reference, waitingId: line.id }} about={lineTitle(line)} tone="quiet" small>
                    {words.end}
                  </PostButton>
                )}
              </div>
            </NextStep>
          ))}
        </NextSteps>
      )}
    </Card>
  );
}
