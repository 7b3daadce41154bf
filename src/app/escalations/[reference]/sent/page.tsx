import { notFound } from "next/navigation";
import { viewEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { ConfirmationPanel } from "@/ui/content/confirmation-panel.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";

/** It is sent: its reference, what happens next, and when. */
export default async function SentPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewEscalation(actor, await readReference(params));
  if (!found?.atForum) notFound();
  return (
    <Frame actor={actor} title={words.sentTitle(found.reference)} current="escalations">
      <ConfirmationPanel title={words.sentTitle(found.reference)} />
      <p className="my-4 max-w-measure">{words.sentWhat(found.board, inWords(found.listBy))}</p>
      {found.link?.code && <p className="my-4 max-w-measure">{words.sentOutside}</p>}
      <ButtonLink href={`/escalations/${found.reference}`}>{words.seeIt}</ButtonLink>
    </Frame>
  );
}
