// The edge: the one HTTP server in front of the application, so that every answer carries our headers and nothing oversized, slow,
// oddly put or too frequent reaches it. It knows nobody and decides nothing about who may see what.
import http from "node:http";
import pino from "pino";
import { dress, isStream, refuse, refuseOnWire } from "./answers.mjs";
import { callerOf } from "./caller.mjs";
import { judge, pathOf } from "./judge.mjs";
import { knowsBrowser, opensSession, rates } from "./rates.mjs";

const kibibytes = 1024;
const limits = {
  maxHeaderSize: 16 * kibibytes,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // longer than a proxy keeps its side, so that it is never the one to send into a closed connection
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 2000,
  // a request without a host gets a page of ours
  requireHostHeader: false,
};
/** Nothing read or written for so long: the other side is gone. */
const silence = 120_000;

// what only we may say: a request that says it is not believed
const ours = /^(?:x-casemoot-|x-middleware-|x-nextjs-|x-invoke-|x-forwarded-|x-matched-path$|x-nonce$|x-real-ip$|x-original-url$|x-rewrite-url$|forwarded$)/;

/** `handle` answers a request: Next's handler. `isProxy` tells the addresses whose X-Forwarded-For counts. */
export function edge({ handle, origin, secret, isProxy = () => false, isLimited = true }) {
  const own = new URL(origin);
  const secure = own.protocol === "https:";
  const counted = isLimited ? rates(secret) : undefined;
  const log = pino({ level: process.env.LOG_LEVEL ?? "info" });
  /** Answers that are still being given. */
  const open = new Set();
  let isEnding = false;
  let tooOften = 0;
  const told = setInterval(() => {
    if (tooOften > 0) log.warn({ requests: tooOften }, "refused for coming too often");
    tooOften = 0;
  }, 60_000);
  told.unref();

  async function answer(request, response) {
    const path = pathOf(request.url) ?? "";
    dress(response, { path, secure, ending: () => isEnding });
    const refused = judge(request);
    if (refused) return refuse(request, response, refused, refused === "method" ? { allow: "GET, HEAD, POST" } : {});
    const address = callerOf(request, isProxy);
    const wait = (await counted?.mustWait(request, path, address)) ?? 0;
    if (wait > 0) {
      tooOften += 1;
      return refuse(request, response, "often", { "retry-after": wait });
    }
    for (const name of Object.keys(request.headers)) if (ours.test(name)) delete request.headers[name];
    request.headers["x-casemoot-address"] = address;
    request.headers["x-forwarded-for"] = address;
    request.headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
    request.headers["x-forwarded-host"] = hostFor(request.headers.host, own);
    if (counted && !knowsBrowser(request)) markBrowser(response, counted);
    return handle(request, response);
  }

  const server = http.createServer(limits, (request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    answer(request, response).catch((error) => {
      log.error({ code: error?.code ?? error?.name }, "a request was not answered");
      if (!response.headersSent) refuse(request, response, "broken");
      else response.destroy();
    });
  });
  server.setTimeout(silence);
  server.maxHeadersCount = 100;
  server.on("clientError", (error, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const kinds = { HPE_HEADER_OVERFLOW: "longHeaders", ERR_HTTP_REQUEST_TIMEOUT: "slow" };
    return refuseOnWire(socket, kinds[error.code] ?? "unreadable", secure);
  });
  server.on("connect", (_request, socket) => refuseOnWire(socket, "method", secure));
  server.on("checkExpectation", (request, response) => {
    dress(response, { path: "", secure, ending: () => isEnding });
    refuse(request, response, "expectation");
  });

  return {
    server,
    listen: (port, host) => new Promise((resolve, reject) => server.once("error", reject).listen(port, host, resolve)),
    /** Takes nothing new, finishes what was begun. Streams have no end of their own: who follows one comes again, to whoever serves then. */
    end() {
      isEnding = true;
      clearInterval(told);
      for (const response of open) if (isStream(response)) response.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The address people type, whatever host was asked for: a form's origin is compared with it. This machine goes by several names. */
function hostFor(asked = "", own) {
  const names = ["localhost", "127.0.0.1", "[::1]"];
  const isHere = (host) => names.some((name) => host === name || host.startsWith(`${name}:`));
  return isHere(own.host) && isHere(asked) ? asked : own.host;
}

function markBrowser(response, counted) {
  const { writeHead } = response;
  response.writeHead = (...said) => {
    if (opensSession(response.getHeader("set-cookie"))) response.appendHeader("set-cookie", counted.browserCookie());
    return writeHead.apply(response, said);
  };
}
