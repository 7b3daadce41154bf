// What the environment says about where to listen and how to be reached.
import { readProxies } from "./edge/caller.mjs";
import { readMailSettings, readNotifySettings } from "./mail-settings.mjs";
import { Refusal } from "./refusal.mjs";

const SECRET_LENGTH = 32;

/**
 * Reads the settings of a start. With a database from outside (DATABASE_URL) the secret and the origin must come from
 * outside as well; otherwise the secret is kept in the data folder and the origin is this machine.
 */
export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Refusal(`PORT must be a number from 1 to 65535, not ${env.PORT}.`);
  const external = Boolean(env.DATABASE_URL);
  if (external && (env.NEXTAUTH_SECRET ?? "").length < SECRET_LENGTH) {
    throw new Refusal(
      `With DATABASE_URL set, NEXTAUTH_SECRET must be set as well: at least ${SECRET_LENGTH} characters that nobody can guess, ` +
        "such as those of `openssl rand -base64 32`.",
    );
  }
  if (external && !env.ORIGIN) {
    throw new Refusal("With DATABASE_URL set, ORIGIN must be set as well: the address people type, such as https://casemoot.example.gov.uk.");
  }
  return {
    port,
    host: env.HOST || "127.0.0.1",
    external,
    databaseUrl: env.DATABASE_URL,
    secret: external ? env.NEXTAUTH_SECRET : undefined,
    origin: readOrigin(env.ORIGIN || `http://localhost:${port}`),
    ...readEdge(env),
    sendsMail: (readNotifySettings(env) ?? readMailSettings(env)) !== undefined,
  };
}

/** Whose word about the caller's address counts, and whether anybody may ask without end: only where something in front keeps count, or in a test. */
function readEdge(env) {
  const isProxy = readProxies(env.TRUSTED_PROXY ?? "");
  if (!isProxy) throw new Refusal(`TRUSTED_PROXY must be addresses or networks, such as 10.0.0.4 or 10.1.0.0/16, not ${env.TRUSTED_PROXY}.`);
  const { RATE_LIMIT: limit = "on" } = env;
  if (!["on", "off"].includes(limit)) throw new Refusal(`RATE_LIMIT must be on or off, not ${limit}.`);
  return { isProxy, isLimited: limit === "on" };
}

/** The address people type, without a path; https, or this machine. */
export function readOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol) || url.href !== `${url.origin}/` || text.endsWith("/")) {
    throw new Refusal(`ORIGIN must be an address without a path, such as https://casemoot.example.gov.uk, not ${text}.`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new Refusal(`ORIGIN is ${url.origin}: over plain http anybody on the way can read. Use https, or an address of this machine.`);
  }
  return url.origin;
}

const isLoopback = (hostname) => hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
