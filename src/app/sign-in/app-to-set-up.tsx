import { encode } from "uqr";
import type { AppToSetUp } from "@/domain/accounts/queries/read-step.ts";
import { Details } from "@/ui/content/details.tsx";
import { entryWords as words } from "@/wording/accounts.ts";

/** What an authenticator app is told: a picture to scan, and the same to type. Both are made with the page; nothing is fetched for them. */
export function AppToScan({ app }: { app: AppToSetUp }) {
  return (
    <section className="mb-6" aria-labelledby="app">
      <h2 id="app">{words.appStep}</h2>
      <p className="mt-1 mb-4">{words.appText}</p>
      <QrCode text={app.address} label={words.qrLabel} />
      <Details summary={words.byHand}>
        <p>{words.byHandText}</p>
        <p className="mt-2">
          <code className="font-mono break-all">{app.secret.match(/.{1,4}/g)?.join(" ")}</code>
        </p>
      </Details>
    </section>
  );
}

// dark on light whatever the theme: cameras read no other
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="220" height="220" shapeRendering="crispEdges" className="qr-code">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark} fill="#000000" />
    </svg>
  );
}
