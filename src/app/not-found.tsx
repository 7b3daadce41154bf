import { ButtonLink } from "@/ui/content/button.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { notFoundWords as words } from "@/wording/errors.ts";
import { shellWords } from "@/wording/shell.ts";

/** The same for what does not exist and for what this person may not see. */
export default function NotFound() {
  return (
    <AppShell name={shellWords.titleEnd} product={shellWords.product}>
      <PageHeader title={words.title} />
      <p>{words.text}</p>
      <ButtonLink href="/">{words.home}</ButtonLink>
      <title>{`${words.title} – ${shellWords.titleEnd}`}</title>
    </AppShell>
  );
}
