import { randomUUID } from "node:crypto";
import { ButtonGroup, ButtonLink } from "@/ui/content/button.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { replyWords as words } from "@/wording/replies.ts";
import { submitReply } from "./meetings/[reference]/reply/submit.ts";

/** The four replies to an invitation: two that need no more, one tap each, and two that ask something first. */
export function ReplyButtons({ reference, title }: { reference: string; title: string }) {
  const form = { submission: submitReply, title, about: reference };
  return (
    <ButtonGroup>
      <PostButton {...form} submissionKey={randomUUID()} hidden={{ reference, reply: "coming" }}>
        {words.coming}
      </PostButton>
      <PostButton {...form} submissionKey={randomUUID()} hidden={{ reference, reply: "apologies" }}>
        {words.apologies}
      </PostButton>
      <ButtonLink href={`/meetings/${reference}/reply?with=information`} tone="secondary" about={reference}>
        {words.withInformation}
      </ButtonLink>
      <ButtonLink href={`/meetings/${reference}/reply?with=deputy`} tone="secondary" about={reference}>
        {words.deputy}
      </ButtonLink>
    </ButtonGroup>
  );
}
