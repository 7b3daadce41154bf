// How often one may ask. Counted by session, so that fifty people behind one address don't count as one; by browser, where somebody signed
// in from it before; and only for whoever shows neither by address: what a stranger does never keeps a chair out (docs/adr/0012).
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { decode } from "next-auth/jwt";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { networkOf } from "./caller.mjs";

/** Points a minute. A page costs one; see `costOf`. */
export const allowances = { session: 900, browser: 300, address: 1800 };
const seconds = 60;
const sessionNames = ["__Host-casemoot.session", "casemoot.session"];

/** What has to be worked for costs more: forms, passwords (a hash of tens of milliseconds), whole files. */
export function costOf({ method }, path) {
  if (path.startsWith("/_next/static/") || path === "/favicon.svg" || path === "/icons.svg" || path === "/api/health") return 0;
  const isEntering = /^\/(?:sign-in|forgotten|reset|join|api\/auth)(?:\/|$)/.test(path);
  if (method === "POST") return isEntering ? 6 : 3;
  // codes on the screens of rooms can be guessed at
  if (path.startsWith("/r/")) return 5;
  return path.endsWith("/export") ? 20 : 1;
}

export function rates(secret) {
  const limiters = Object.fromEntries(Object.entries(allowances).map(([kind, points]) => [kind, new RateLimiterMemory({ keyPrefix: kind, points, duration: seconds })]));
  const browserKey = Buffer.from(hkdfSync("sha256", secret, "", "casemoot browser", 32));
  const markOf = (id) => createHmac("sha256", browserKey).update(id).digest("base64url");

  const isMarked = (cookie) => {
    const [id, mark] = cookie.split(".");
    const expected = Buffer.from(markOf(id));
    const shown = Buffer.from(mark ?? "");
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  };

  /** Whose request it is: only a cookie that we made ourselves counts. */
  async function whoseIs({ headers }, address) {
    const cookies = readCookies(headers.cookie);
    const session = sessionNames.map((name) => cookies[name]).find(Boolean);
    const reference = session && (await referenceIn(session, secret));
    // the address too, so that a stolen cookie doesn't use up what its owner has
    if (reference) return ["session", `${reference} ${networkOf(address)}`];
    const browser = cookies["__Host-casemoot.browser"];
    return browser && isMarked(browser) ? ["browser", browser] : ["address", networkOf(address)];
  }

  return {
    /** Seconds to wait, or 0: takes the request's points. */
    async mustWait(request, path, address) {
      const points = costOf(request, path);
      if (points === 0) return 0;
      const [kind, key] = await whoseIs(request, address);
      try {
        await limiters[kind].consume(key, points);
        return 0;
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
    /** For a browser in which somebody has just signed in: known from now on. It tells nobody who that was. */
    browserCookie() {
      const id = randomBytes(16).toString("base64url");
      return `__Host-casemoot.browser=${id}.${markOf(id)}; Path=/; Max-Age=34560000; HttpOnly; Secure; SameSite=Lax`;
    },
  };
}

/** Whether this answer opens a session: it sets that cookie, and not to nothing. */
export const opensSession = (setCookie) => [setCookie ?? []].flat().some((cookie) => sessionNames.some((name) => cookie.startsWith(`${name}=`) && !cookie.startsWith(`${name}=;`)));
export const knowsBrowser = ({ headers }) => Boolean(readCookies(headers.cookie)["__Host-casemoot.browser"]);

const readCookies = (text = "") => Object.fromEntries(text.split(";").map((part) => part.trim().split(/=(.*)/s).slice(0, 2)).filter(([name, value]) => name && value));

const known = new Map();
const mostKnown = 5000;

/** The reference in a cookie of ours, hashed; null for anything else. Opened once, then remembered, since the opening takes longer than the counting. */
async function referenceIn(cookie, secret) {
  const key = createHash("sha256").update(cookie).digest("base64");
  if (known.has(key)) return known.get(key);
  const token = await decode({ token: cookie, secret }).catch(() => null);
  const reference = typeof token?.reference === "string" ? createHash("sha256").update(token.reference).digest("base64") : null;
  if (known.size >= mostKnown) known.delete(known.keys().next().value);
  known.set(key, reference);
  return reference;
}
