import { notFound } from "next/navigation";
import { viewConcern } from "@/domain/concerns/queries/view-concern.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { ConfirmationPanel } from "@/ui/content/confirmation-panel.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { draftWords as words } from "@/wording/concerns.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";

/** It was sent: its reference, what happens next and by when. Stays there for whoever keeps its address. */
export default async function ConcernSentPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const concern = await viewConcern(actor, await readReference(params));
  if (!concern || !(concern.isMine || concern.passedByMe)) notFound();
  const { reference, forum, hearBy, by, passedByMe, saysDanger } = concern;
  const title = passedByMe ? words.passedTitle : hearBy ? words.sentTitle : words.loggedTitle;
  return (
    <Frame actor={actor} title={`${title} ${reference}`} current="concerns">
      <QuestionPage>
        <Stack>
          <ConfirmationPanel title={title} referenceLabel={words.reference} reference={reference} />
          {saysDanger && <Alert kind="danger" title={words.dangerCheck} />}
          <section>
            <h2>{words.next}</h2>
            {passedByMe ? <p>{words.passedNext(by)}</p> : hearBy ? <p>{words.sentNext(forum, hearBy)}</p> : <p>{words.loggedNext}</p>}
            {hearBy && !passedByMe && <p>{words.sentMail}</p>}
            <p className="quiet">{words.keepCopy}</p>
          </section>
          <div className="button-group">
            <ButtonLink href={passedByMe ? "/concerns/new" : `/concerns/new?after=${reference}`}>{words.another}</ButtonLink>
            <ButtonLink href={`/concerns/${reference}`} tone="secondary">
              {words.see}
            </ButtonLink>
          </div>
          <p>
            <a href="/">{words.home}</a>
          </p>
        </Stack>
      </QuestionPage>
    </Frame>
  );
}
