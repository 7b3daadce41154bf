import { type NextRequest, NextResponse } from "next/server";
import { databaseAnswers } from "./platform/health.ts";
import { isSentFromHere } from "./platform/same-origin.ts";

/**
 * Gives each page a content security policy with a fresh nonce, and turns away what was sent from elsewhere. The other headers are
 * the edge's (scripts/edge). It decides nothing about who may see what: pages and submissions ask for that themselves.
 */
export async function proxy(request: NextRequest) {
  if (!isSentFromHere(request)) return plain(403, "This was not sent from Casemoot", "Nothing was changed. Open Casemoot and send it from there.");
  if (!(await databaseAnswers())) return unavailable();
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  // the development server draws its overlay and reloads with eval and inline styles
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-casemoot-request", crypto.randomUUID());
  headers.set("x-casemoot-path", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // signing out leads here: nothing of what was read stays in the browser, not even behind its back button
  if (request.cookies.get("casemoot.said")?.value.startsWith("session.ended")) response.headers.set("clear-site-data", '"cache", "storage"');
  return response;
}

const unavailable = () =>
  plain(503, "Sorry, the service is unavailable", "Try again in a few minutes. Nothing that was saved is lost. If you were writing, go back: what you wrote may still be in the form.", { "retry-after": "10" });

/** Plain, without the application: whatever it could draw would need the database. */
function plain(status: number, title: string, text: string, headers: Record<string, string> = {}) {
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Casemoot</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  return new NextResponse(page, { status, headers: { ...headers, "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; frame-ancestors 'none'" } });
}

// Next reads this as it stands: no template, nothing computed
export const config = { matcher: ["/((?!api/health$|_next/static/|(?:favicon|icons)\\.svg$).*)"] };
