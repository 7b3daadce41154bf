import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Interruption } from "@/ui/content/interruption.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { quorumWords as words, shortOf } from "@/wording/quorum.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitOpenMeeting } from "../submit.ts";

/** Below its quorum: why the meeting can only discuss, before whoever presides chooses that (rule 4). */
export default async function DiscussionPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const meeting = await viewMeeting(actor, { reference: await readReference(params) });
  if (!meeting) notFound();
  const { reference, version, figures, allowed } = meeting;
  // nothing to choose: it is open, it has its quorum, or somebody else presides
  if (!allowed.open || !figures || figures.reached) redirect(`/meetings/${reference}`);
  return (
    <Frame actor={actor} title={`${words.toDiscussion}: ${reference}`} current="meetings">
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <Interruption
        title={words.interruptTitle}
        actions={
          <>
            <PostButton submission={submitOpenMeeting} submissionKey={randomUUID()} title={`${words.toDiscussion}: ${reference} – ${shellWords.titleEnd}`} hidden={{ reference, version, asDiscussion: "yes" }} tone="primary">
              {words.toDiscussion}
            </PostButton>
            <ButtonLink href={`/meetings/${reference}`} tone="secondary">
              {words.wait}
            </ButtonLink>
          </>
        }
      >
        <p>{shortOf(figures)}</p>
        <p>{words.interruptText}</p>
      </Interruption>
    </Frame>
  );
}
