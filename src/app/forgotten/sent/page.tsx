import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords as words } from "@/wording/accounts.ts";
import { Outside } from "../../outside.tsx";

/** Says nothing of whether there is such an account. */
export default function SentPage() {
  return (
    <Outside title={words.sentTitle}>
      <BackLink href="/sign-in">{words.signIn}</BackLink>
      <PageHeader title={words.sentTitle} />
      <p className="mb-4">{words.sentText}</p>
      <p>{words.sentNone}</p>
    </Outside>
  );
}
