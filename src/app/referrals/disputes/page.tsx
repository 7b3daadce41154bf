import { ButtonLink } from "@/ui/content/button.tsx";
import { Interruption } from "@/ui/content/interruption.tsx";
import { startWords as words } from "@/wording/referral-pages.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";

/** Where professionals who don't agree take it: a risk panel refuses it, and says so here rather than as an error. */
export default async function DisputesPage() {
  const actor = await requireActor();
  return (
    <Frame actor={actor} title={words.disputesTitle} current="referrals">
      <Interruption
        title={words.disputesTitle}
        actions={
          <>
            <ButtonLink href="/referrals/new">{words.disputesOn}</ButtonLink>
            <a href="/referrals">{words.disputesBack}</a>
          </>
        }
      >
        {words.disputes.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Interruption>
    </Frame>
  );
}
