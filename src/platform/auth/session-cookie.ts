import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { isLoopback, ownOrigin } from "../same-origin.ts";
import { ownSecret } from "./keys.ts";

/** Twelve hours: the longest a session lasts. The server's own record ends it earlier. */
export const sessionSeconds = 12 * 60 * 60;
/** Between the password and the code. */
const stepSeconds = 10 * 60;
/** To read a question and write an answer. */
export const routeSeconds = 60 * 60;

/** The `__Host-` prefix ties the cookie to this origin; browsers take it over https and on loopback. Other plain http is refused at start. */
function cookieOf(name: string, maxAge: number) {
  const { protocol, hostname } = ownOrigin();
  const secure = protocol === "https:" || isLoopback(hostname);
  return { name: secure ? `__Host-casemoot.${name}` : `casemoot.${name}`, options: { httpOnly: true, sameSite: "lax" as const, secure, path: "/", maxAge } };
}
export const sessionCookie = () => cookieOf("session", sessionSeconds);
/** Carries the second step of signing in, and opens nothing. */
export const stepCookie = () => cookieOf("step", stepSeconds);
/** Carries new recovery codes to the one page that shows them. */
export const codesCookie = () => cookieOf("codes", stepSeconds);
/** Carries that a right code was shown for a one-time route. */
export const routeCookie = () => cookieOf("route", routeSeconds);
/** Carries what an organisation's sign-in has to send back to this browser. */
export const journeyCookie = () => cookieOf("journey", stepSeconds);

/** A session's random reference: its hash is kept on the server, itself only inside the encrypted cookie. */
export function newReference() {
  const reference = randomBytes(32).toString("base64url");
  return { reference, hash: hashOf(reference) };
}
export const hashOf = (reference: string) => createHash("sha256").update(reference).digest();

/** next-auth's own encrypted token, carrying nothing but the reference. */
export const seal = (reference: string) => encode({ token: { reference }, secret: ownSecret(), maxAge: sessionSeconds });

type Unsealed = { reference: string; until: number };
const unsealed = new Map<string, Unsealed>();
const MOST = 2000;

/**
 * The reference in a cookie; null where it is none of ours or over. What a cookie holds is kept in mind while it lasts, since making the key
 * anew for each request costs more than reading the session, which is what decides.
 */
export async function unseal(cookie: string | undefined, now = Date.now()): Promise<string | null> {
  if (!cookie) return null;
  const known = unsealed.get(cookie) ?? (await open(cookie));
  if (!known || known.until <= now) {
    unsealed.delete(cookie);
    return null;
  }
  // the oldest goes first, and whoever comes back is the newest
  unsealed.delete(cookie);
  unsealed.set(cookie, known);
  for (const oldest of unsealed.keys()) {
    if (unsealed.size <= MOST) break;
    unsealed.delete(oldest);
  }
  return known.reference;
}

async function open(cookie: string): Promise<Unsealed | null> {
  try {
    const token = await decode({ token: cookie, secret: ownSecret() });
    return typeof token?.reference === "string" && typeof token.exp === "number" ? { reference: token.reference, until: token.exp * 1000 } : null;
  } catch {
    return null;
  }
}
