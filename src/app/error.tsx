"use client";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { serviceProblemWords as words } from "@/wording/errors.ts";

/** Something of ours went wrong. It says what happened to the answers, and no code. */
export default function ServiceProblem() {
  return (
    <main className="shell-main page-width">
      <PageHeader title={words.title} />
      <p>{words.text}</p>
      <p>{words.answers}</p>
      {/* for the browser itself: it loads the page anew, which a client navigation would not */}
      <p>
        <a href="/" target="_self">{words.home}</a>
      </p>
    </main>
  );
}
