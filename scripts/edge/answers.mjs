// What every answer carries, whoever makes it; and the plain pages of the edge, which need neither the application nor its database.
import { STATUS_CODES } from "node:http";

/** Keeps an answer out of caches, frames and other sites. A page's own policy, with its nonce, stands in place of the bare one. */
export const standing = {
  "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // not "no-referrer": then a form sent without JavaScript says "Origin: null", and Next refuses it
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "x-robots-tag": "noindex, nofollow",
};
export const unkept = "private, no-store";
const twoYears = "max-age=63072000; includeSubDomains";

/** Built files are the same for everybody and change their addresses with their contents; nothing else may be kept. */
const isBuilt = (path) => path.startsWith("/_next/static/") || path === "/favicon.svg" || path === "/icons.svg";

/** Sees to it that this answer, made by Next or by anything else, leaves with its headers. */
export function dress(response, { path, secure, ending }) {
  const { writeHead } = response;
  response.writeHead = (...said) => {
    for (const [name, value] of Object.entries(standing)) if (!response.hasHeader(name)) response.setHeader(name, value);
    const status = typeof said[0] === "number" ? said[0] : response.statusCode;
    // a stream says besides that nothing on its way may gather it up
    if (!isBuilt(path) || status >= 400) response.setHeader("cache-control", isStream(response) ? `${unkept}, no-transform` : unkept);
    if (secure) response.setHeader("strict-transport-security", twoYears);
    if (ending()) response.setHeader("connection", "close");
    return writeHead.apply(response, said);
  };
}

/** Goes on until one side ends it. */
export const isStream = (response) => String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");

const nothingChanged = "Nothing was changed.";
/** Each refusal of the edge: its status, and what it says. */
export const refusals = {
  unreadable: [400, "This address can’t be read", "Check the address, or go to the start page."],
  notFound: [404, "Page not found", "Check the address, or go to the start page."],
  method: [405, "This can’t be asked for in that way", nothingChanged],
  slow: [408, "This took too long to arrive", `${nothingChanged} Try again.`],
  unmeasured: [411, "This was sent without its length", nothingChanged],
  large: [413, "This is too much at once", `${nothingChanged} Casemoot takes up to 1 megabyte. Go back: what you wrote may still be in the form.`],
  longAddress: [414, "This address is too long", "Check the address, or go to the start page."],
  expectation: [417, "This can’t be asked for in that way", nothingChanged],
  often: [429, "Too many requests", `${nothingChanged} Wait a minute, then try again. If you were writing, go back: what you wrote may still be in the form.`],
  longHeaders: [431, "This was sent with too much beside it", "Clear the cookies of this site, then try again."],
  broken: [500, "There is a problem with the service", "Try again later."],
};

function page(title, text) {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Casemoot</title></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Start page</a></p></main></body></html>`;
}

/** Answers with a refusal. What is still being sent is let run out for a moment, so that the sender reads the answer, then cut off. */
export function refuse(request, response, kind, headers = {}) {
  const [status, title, text] = refusals[kind];
  const body = page(title, text);
  const isSending = request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
  response.writeHead(status, { ...headers, "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(body), ...(isSending ? { connection: "close" } : {}) });
  response.end(request.method === "HEAD" ? undefined : body);
  if (!isSending) return;
  request.resume();
  setTimeout(() => request.socket.destroy(), 2000).unref();
}

/** The same for what never became a request: written on the wire by hand. */
export function refuseOnWire(socket, kind, secure) {
  const [status, title, text] = refusals[kind];
  const body = page(title, text);
  const headers = {
    ...standing, "cache-control": unkept, ...(secure ? { "strict-transport-security": twoYears } : {}),
    "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(body), connection: "close",
  };
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
}
