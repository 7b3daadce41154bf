import type { AppToSetUp } from "@/domain/accounts/queries/read-step.ts";
import { Details } from "@/ui/content/details.tsx";
import { Qr } from "@/ui/content/qr.tsx";
import { entryWords as words } from "@/wording/accounts.ts";

/** What an authenticator app is told: a picture to scan, and the same to type. Both are made with the page; nothing is fetched for them. */
export function AppToScan({ app }: { app: AppToSetUp }) {
  return (
    <section className="mb-6" aria-labelledby="app">
      <h2 id="app">{words.appStep}</h2>
      <p className="mt-1 mb-4">{words.appText}</p>
      <Qr text={app.address} label={words.qrLabel} width={220} />
      <Details summary={words.byHand}>
        <p>{words.byHandText}</p>
        <p className="mt-2">
          <code className="font-mono break-all">{app.secret.match(/.{1,4}/g)?.join(" ")}</code>
        </p>
      </Details>
    </section>
  );
}
