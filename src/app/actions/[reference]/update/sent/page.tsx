import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { readsNext } from "@/domain/meetings/queries/reads-next.ts";
import { ConfirmationPanel } from "@/ui/content/confirmation-panel.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { updateWords as words } from "@/wording/update.ts";

/** That an update was sent, who sees it, and when. It can be kept and opened again. */
export default async function SentPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const action = await viewAction(actor, await readReference(params));
  if (!action) notFound();
  const { reference, forum } = action;
  const next = await readsNext(actor, forum.code);
  return (
    <Frame actor={actor} title={`${words.sentTitle} ${reference}`} current="actions">
      <div className="max-w-form">
        <ConfirmationPanel title={words.sentTitle} referenceLabel={words.sentReference} reference={reference} />
        <Prose>
          <h2>{words.next}</h2>
          <p>{words.sees(forum.name, next && withWeekday(dayOf(next)))}</p>
          <p>{words.told}</p>
          <p>
            <a href={`/actions/${reference}`}>{words.toAction}</a>
          </p>
        </Prose>
      </div>
    </Frame>
  );
}
