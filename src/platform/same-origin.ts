/** The address people type, told by the operator. */
export const ownOrigin = (): URL => new URL(process.env.ORIGIN ?? process.env.NEXTAUTH_URL ?? "http://localhost:3000");
export const isLoopback = (host: string): boolean => host === "localhost" || host === "127.0.0.1" || host === "[::1]";

/**
 * Whether a request that may change something was sent from a page of ours. Next compares the origin a browser names with the host it
 * asks for, and lets through whoever names none; here it has to be ours, and a browser that names none has to say where it is.
 */
export function isSentFromHere({ method, headers }: { method: string; headers: Headers }): boolean {
  if (method === "GET" || method === "HEAD") return true;
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  const sent = new URL(origin);
  const own = ownOrigin();
  // this machine goes by several names
  return sent.origin === own.origin || (isLoopback(sent.hostname) && isLoopback(own.hostname) && sent.port === own.port && sent.protocol === own.protocol);
}
