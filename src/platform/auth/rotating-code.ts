import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "./keys.ts";
import { seal, unseal } from "./seal.ts";

/** No letter or figure that is mistaken for another when it is read aloud or from afar. */
export const codeAlphabet = "234679ACDEFGHJKMNPQRTUVWXYZ";
const length = 6;
const minutes = (at: Date) => Math.floor(at.getTime() / 60_000);
/** How long somebody who was shown a code may take to sign in and read. */
const lasts = 15 * 60_000;

/** The code of a thing in one minute. It is worked out, never kept, and says nothing of what it is of. */
export function rotatingCode(of: string, at: Date): string {
  return lettersOf(createHmac("sha256", keyFor("rotating code")).update(`${of} ${minutes(at)}`).digest());
}

/** The six letters and figures of a code, out of a digest. */
export function lettersOf(digest: Buffer): string {
  let rest = digest.readBigUInt64BE();
  return Array.from({ length }, () => {
    const letter = codeAlphabet[Number(rest % BigInt(codeAlphabet.length))] ?? "";
    rest /= BigInt(codeAlphabet.length);
    return letter;
  }).join("");
}

/** Whether a code was one of that thing's at that moment: the one of its minute, or of the one before. */
export const codeStood = (of: string, code: string, at: Date): boolean =>
  [at, new Date(at.getTime() - 60_000)].map((then) => timingSafeEqual(Buffer.from(rotatingCode(of, then)), padded(code))).includes(true);
const padded = (code: string) => Buffer.from(/^[0-9A-Z]{6}$/.test(code) ? code : "      ");

export type Shown = { code: string; at: Date };
/** That somebody showed us a code, and when, to be shown again after signing in: only we can have written it. */
export const noteShown = ({ code, at }: Shown): string => seal("shown code", `${code} ${at.toISOString()}`).toString("base64url");
/** What was noted, while it lasts. */
export function readShown(note: string, now: Date): Shown | null {
  const [code, moment] = unseal("shown code", Buffer.from(note, "base64url"))?.split(" ") ?? [];
  const at = new Date(moment ?? "");
  return code && now.getTime() - at.getTime() < lasts && at <= now ? { code, at } : null;
}
/** "k7m 2pq" is read as "K7M2PQ"; null for what is no code. */
export function readCode(said: string): string | null {
  const code = said.toUpperCase().replaceAll(/[\s-]/g, "");
  return code.length === length && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}
