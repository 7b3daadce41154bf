import type { ReactNode } from "react";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { entryWords } from "@/wording/accounts.ts";
import { shellWords } from "@/wording/shell.ts";
import { Said } from "./said.tsx";

export const titleOf = (title: string) => `${title} – ${shellWords.titleEnd}`;

/** The frame of a page that nobody has to be signed in for. Its title names neither a person nor a link. */
export function Outside({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AppShell name={shellWords.titleEnd} product={shellWords.product} homeHref="/sign-in" footerText={shellWords.footer}>
      <Said />
      <div className="max-w-form">{children}</div>
      <title>{titleOf(title)}</title>
    </AppShell>
  );
}

/** What a one-time link says once it opens nothing any more: the same for used, ended, withdrawn and made up. */
export function LinkOver({ children }: { children: ReactNode }) {
  return (
    <Outside title={entryWords.linkOver}>
      <PageHeader title={entryWords.linkOver} />
      <p className="mb-4">{entryWords.linkOverText}</p>
      {children}
    </Outside>
  );
}

/** Tells a password manager whose password it is. Without a name: it isn't sent. */
export const WhosePassword = ({ email }: { email: string }) => <input type="text" className="sr-only" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />;
