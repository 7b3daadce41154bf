import type { ReactNode } from "react";
import type { Actor } from "@/domain/kernel/actor.ts";
import { personMark } from "@/platform/auth/person-mark.ts";
import { FormsOf } from "@/ui/forms/forms-of.client.tsx";
import { AppShell } from "@/ui/shell/app-shell.tsx";
import { Banner } from "@/ui/shell/banner.tsx";
import { HeaderLink, HeaderPost } from "@/ui/shell/header-link.tsx";
import { MarkingStrip } from "@/ui/shell/marking-strip.tsx";
import { SessionWarning } from "@/ui/shell/session-warning.client.tsx";
import { sessionWords } from "@/wording/accounts.ts";
import { noticeWords } from "@/wording/notices.ts";
import { shellWords } from "@/wording/shell.ts";
import { currentSession } from "./actor.ts";
import { Said } from "./said.tsx";
import { sessionEnds } from "./session-ends.ts";
import { submitSignOut } from "./sign-out/submit.ts";

export type Section = keyof typeof shellWords.navigation;

/**
 * The frame of every page behind sign-in. The title holds references, never names: browsers keep it in their history.
 * `marked` pages carry the OFFICIAL-SENSITIVE strip, because case content stands on them.
 */
export async function Frame({ actor, title, current, marked = false, children }: { actor: Actor; title: string; current?: Section; marked?: boolean; children: ReactNode }) {
  const session = await currentSession();
  const sections: { section: Section; href: string; shown: boolean }[] = [
    { section: "home", href: "/", shown: true },
    { section: "meetings", href: "/meetings", shown: actor.sits },
    { section: "referrals", href: "/referrals", shown: true },
    { section: "cases", href: "/cases", shown: actor.sits },
    { section: "actions", href: "/actions", shown: actor.sits },
    { section: "concerns", href: "/concerns", shown: true },
    { section: "escalations", href: "/escalations", shown: actor.sits },
    { section: "notices", href: "/notices", shown: true },
    { section: "audit", href: "/audit", shown: actor.governs },
    { section: "admin", href: "/admin", shown: actor.administers },
  ];
  return (
    <AppShell
      name={actor.partnershipName}
      product={shellWords.product}
      navigation={sections.filter((s) => s.shown).map(({ section, href }) => ({ href, text: shellWords.navigation[section], current: section === current, ...(section === "notices" && session && session.unseen > 0 ? { badge: { count: session.unseen, said: noticeWords.unseen(session.unseen) } } : {}) }))}
      account={
        <>
          <HeaderLink href="/account">{[actor.style, actor.name].filter(Boolean).join(" ")}</HeaderLink>
          <HeaderLink href="/talks">{shellWords.talks}</HeaderLink>
          {actor.sits && <HeaderLink href="/interests">{shellWords.interests}</HeaderLink>}
          <HeaderPost action={submitSignOut}>{shellWords.signOut}</HeaderPost>
        </>
      }
      banner={actor.demonstration ? <Banner tag={shellWords.demonstrationTag}>{shellWords.demonstration}</Banner> : undefined}
      marking={marked ? <MarkingStrip /> : undefined}
      footerText={shellWords.footer}
    >
      <Said />
      <FormsOf person={personMark(actor.personId)}>{children}</FormsOf>
      {session && <SessionWarning ends={sessionEnds(session)} words={sessionWords} address="/api/session" signInHref="/sign-in" />}
      {/* last, so that a form that failed can put its own "Error: …" before it: the first title of a page counts */}
      <title>{`${title} – ${shellWords.titleEnd}`}</title>
    </AppShell>
  );
}
