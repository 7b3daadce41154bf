import { ButtonLink } from "@/ui/content/button.tsx";
import { CopyOrPrint } from "@/ui/content/copy-or-print.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords as words } from "@/wording/accounts.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { titleOf } from "../../outside.tsx";
import { keptCodes } from "../../sign-in/entry.ts";
import { pathInside } from "../../sign-in/path-inside.ts";
import { submitKept } from "./submit.ts";

/** New recovery codes, once: from the cookie that brought them, which goes when the person goes on. */
export default async function RecoveryCodesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const codes = await keptCodes(actor.sessionId);
  const next = pathInside((await searchParams).next);
  if (codes.length === 0) {
    return (
      <Frame actor={actor} title={words.codesOver}>
        <PageHeader title={words.codesOver} />
        <p className="mb-4">{words.codesOverText}</p>
        <ButtonLink href="/account">{words.back}</ButtonLink>
      </Frame>
    );
  }
  return (
    <Frame actor={actor} title={words.codesTitle}>
      <PageHeader title={words.codesTitle} subtitle={words.codesLead} />
      <ul className="recovery-codes" aria-label={words.codesList}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyOrPrint text={codes.join("\n")} copy={words.copy} copied={words.copied} print={words.print} />
      <PostButton submission={submitKept} title={titleOf(words.codesTitle)} hidden={{ next }} tone="primary">
        {words.kept}
      </PostButton>
    </Frame>
  );
}
