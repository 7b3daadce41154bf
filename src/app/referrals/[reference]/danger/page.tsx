import { notFound } from "next/navigation";
import { viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Interruption } from "@/ui/content/interruption.tsx";
import { dangerWords as words, referralWords } from "@/wording/referral-pages.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";

/** The words are saved; help comes first. */
export default async function DangerPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewReferralForm(actor, await readReference(params));
  if (!form) notFound();
  return (
    <Frame actor={actor} title={referralWords.titleOf(words.title, form.reference)} current="referrals">
      <Interruption title={words.title} actions={<ButtonLink href={`/referrals/${form.reference}`}>{words.on}</ButtonLink>}>
        <p>{words.lead}</p>
        <ul>
          {words.rows.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{words.after}</p>
      </Interruption>
    </Frame>
  );
}
