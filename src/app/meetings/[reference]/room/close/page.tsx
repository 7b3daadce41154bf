import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { type Closing, viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TaskList } from "@/ui/content/task-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { recusedFromWords } from "@/wording/interests.ts";
import { closingWords as words, itemTitle } from "@/wording/minutes.ts";
import { ReadOut } from "./read-out.tsx";
import { minutesPath, roomPath } from "../paths.ts";
import { submitCloseMeeting, submitConclude } from "./submit.ts";

/** What is still missing before the meeting can be closed, what closing does, and the button that does it. */
export default async function ClosePage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const closing = await viewClosing(actor, { reference });
  if (!closing) notFound();
  if (closing.state !== "in_session") redirect(minutesPath(closing.reference));
  return (
    <Frame actor={actor} title={words.title(closing.reference)} current="meetings" marked>
      <BackLink href={`/meetings/${closing.reference}/room`}>{words.back}</BackLink>
      <PageHeader eyebrow={`${closing.forum} · ${closing.reference}`} title={words.heading} />
      <Stack>
        <Unfinished closing={closing} />
        <ShutItems closing={closing} />
        <ToConclude closing={closing} />
        <ReadOut closing={closing} />
        <Effects closing={closing} />
        {closing.allowed.close ? (
          <PostButton submission={submitCloseMeeting} title={words.title(closing.reference)} hidden={{ reference: closing.reference, version: closing.version }} submissionKey={randomUUID()} tone="primary">
            {words.button}
          </PostButton>
        ) : (
          <p>{closing.waits ? words.waits : words.notYours}</p>
        )}
      </Stack>
    </Frame>
  );
}

/** Items from which the reader is recused: their place, and who has still to conclude them. */
function ShutItems({ closing: { shut, shutConcludedBy } }: { closing: Closing }) {
  if (shut.length === 0) return null;
  const waiting = shut.some(({ concluded }) => !concluded);
  return (
    <Card title={words.shut} note={waiting ? words.stillToConclude[shutConcludedBy] : words.shutConcluded} icon={waiting ? "circle-alert" : "circle-check"}>
      <TaskList id="shut" items={shut.map(({ number, concluded, ...from }) => ({ title: words.item(number, recusedFromWords(from)), status: concluded ? words.concluded : <Tag tone="red">{words.notConcluded}</Tag> }))} />
    </Card>
  );
}

/** Items that the chair or the deputy is recused from: for whoever concludes them for the other. */
function ToConclude({ closing: { toConclude, reference } }: { closing: Closing }) {
  return (["chair", "deputy"] as const).map((recused) => {
    const items = toConclude.filter((one) => one.recused === recused);
    if (items.length === 0) return null;
    return (
      <Card key={recused} title={words.recusedFrom[recused]} note={words.concludeNote[recused]}>
        <ul className="stack">
          {items.map((one) => (
            <li key={one.id}>
              {words.item(one.number, itemTitle(one.caseReference === null ? { ...one, case: null } : { ...one, case: { reference: one.caseReference, title: one.caseTitle ?? "" } }))}
              {one.status === "concluded" && <p className="quiet">{words.concluded}</p>}
              {one.status === "unfinished" && <p className="quiet">{words.finishFirst}</p>}
              {one.status === "ready" && !one.may && <p className="quiet">{words.concludedBy[recused]}</p>}
              {one.status === "ready" && one.may && (
                <PostButton submission={submitConclude} title={words.title(reference)} hidden={{ itemId: one.id, version: one.version }} submissionKey={randomUUID()} about={one.caseReference ?? one.title ?? undefined} small>
                  {words.conclude}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      </Card>
    );
  });
}

function Unfinished({ closing }: { closing: Closing }) {
  const { missing, items, reference } = closing;
  if (missing.length === 0) return <Card title={words.complete(items)} note={words.completeText} icon="circle-check" />;
  const about = (one: Closing["missing"][number]) => itemTitle({ kind: one.kind, title: one.title, case: one.caseReference === null ? null : { reference: one.caseReference, title: one.caseTitle ?? "" } });
  return (
    <Card title={words.missing(new Set(missing.map((one) => one.number)).size)} icon="circle-alert">
      <TaskList id="missing" items={missing.map((one) => ({ title: words.item(one.number, about(one)), href: roomPath(reference, one.number), status: <Tag tone="red">{words.lacks[one.lacks]}</Tag> }))} />
    </Card>
  );
}

function Effects({ closing: { recorded, casesToClose, parked } }: { closing: Closing }) {
  return (
    <Card title={words.does}>
      <Prose>
        <ul>
          {recorded.length > 0 && (
            <li>
              {words.recorded(recorded.length)}
              <ul>
                {recorded.map((action) => (
                  <li key={action.reference}>{words.recordedItem(action.reference, action.owner, action.agency, inWords(action.dueOn))}</li>
                ))}
              </ul>
            </li>
          )}
          {casesToClose.length > 0 && (
            <li>
              {words.cases(casesToClose.length)}: {casesToClose.map((one) => one.caseReference).join(", ")}
            </li>
          )}
          {parked.length > 0 && (
            <li>
              {words.parked(parked.length)}: {parked.map((one) => one.number).join(", ")}
            </li>
          )}
          <li>{words.numbers}</li>
        </ul>
      </Prose>
    </Card>
  );
}
