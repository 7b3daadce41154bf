import { notFound } from "next/navigation";
import { questions } from "@/domain/concerns/inputs.ts";
import { viewDraft } from "@/domain/concerns/queries/view-draft.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Interruption } from "@/ui/content/interruption.tsx";
import { draftWords as words } from "@/wording/concerns.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { isDraftId } from "../../read-after.ts";

/** Words of immediate danger interrupt with 999 and the safeguarding route; they are kept, and the person goes on. */
export default async function DangerPage({ params }: { params: Promise<{ draft: string }> }) {
  const actor = await requireActor();
  const { draft: draftId } = await params;
  const form = isDraftId(draftId) ? await viewDraft(actor, { draftId }) : null;
  if (!form?.draft) notFound();
  const next = questions[form.draft.answeredTo] ?? "check";
  return (
    <Frame actor={actor} title={words.dangerTitle} current="concerns">
      <Interruption
        title={words.dangerTitle}
        actions={
          <ButtonLink href={`/concerns/new/${draftId}/${next}`} tone="secondary">
            {words.goOn}
          </ButtonLink>
        }
      >
        {words.danger.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>{words.dangerKept}</p>
      </Interruption>
    </Frame>
  );
}
