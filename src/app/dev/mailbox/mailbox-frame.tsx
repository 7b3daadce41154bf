import type { ReactNode } from "react";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { Banner } from "@/ui/shell/banner.tsx";
import { HeaderLink } from "@/ui/shell/header-link.tsx";
import { mailbox as words } from "@/wording/mail-desk.ts";
import { shellWords } from "@/wording/shell.ts";

/** The frame of the mailbox, for whoever looks round the demonstration, signed in or not. */
export function MailboxFrame({ children }: { children: ReactNode }) {
  return (
    <AppShell
      name={shellWords.titleEnd}
      product={shellWords.product}
      homeHref="/dev/mailbox"
      account={<HeaderLink href="/sign-in">{words.signIn}</HeaderLink>}
      banner={<Banner tag={shellWords.demonstrationTag}>{shellWords.demonstration}</Banner>}
      footerText={shellWords.footer}
    >
      {children}
      <title>{`${words.title} – ${shellWords.titleEnd}`}</title>
    </AppShell>
  );
}
