import "server-only";
import { isLoopback, ownOrigin } from "../same-origin.ts";

const takesAtMost = 5_000;
const bytesAtMost = 256 * 1024;

/** Why an address of somebody else's was not asked, or its answer not taken. Told in words elsewhere. */
export type FetchProblem = "notAllowed" | "unreachable" | "slow" | "redirects" | "tooLong";
export class CarefulFetchError extends Error {
  constructor(readonly problem: FetchProblem) {
    super(problem);
  }
}

/**
 * Whether an administrator's address may be asked from here: https alone, whose certificate names the host, so that nothing inside the
 * operator's network is reached by a guess; never this machine, unless Casemoot itself is tried out on it.
 */
export function mayBeAsked(address: URL): boolean {
  if (address.username !== "" || address.password !== "") return false;
  if (isLoopback(address.hostname)) return isLoopback(ownOrigin().hostname) && /^https?:$/.test(address.protocol);
  const isMachineItself = /^(127\.|0\.|169\.254\.|\[(::|fe80:))|\.localhost\.?$|^localhost\.$/i.test(address.hostname);
  return address.protocol === "https:" && !isMachineItself;
}

/** Asks somebody else's server: five seconds, no redirects, no long answers, and nothing kept of it. */
export async function carefulFetch(url: string | URL, options: RequestInit = {}): Promise<Response> {
  const address = new URL(url);
  if (!mayBeAsked(address)) throw new CarefulFetchError("notAllowed");
  const signal = AbortSignal.timeout(takesAtMost);
  try {
    const response = await fetch(address, { ...options, signal, redirect: "manual", cache: "no-store", credentials: "omit" });
    if (response.status >= 300 && response.status < 400) throw new CarefulFetchError("redirects");
    const body = await readWithin(response);
    return new Response(body.length > 0 ? body : null, { status: response.status, headers: response.headers });
  } catch (error) {
    if (error instanceof CarefulFetchError) throw error;
    throw new CarefulFetchError(signal.aborted ? "slow" : "unreachable");
  }
}

async function readWithin(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > bytesAtMost) throw new CarefulFetchError("tooLong");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
