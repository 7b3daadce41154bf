// What the environment says about where to listen and how to be reached.
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
  };
}

function readOrigin(text) {
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
