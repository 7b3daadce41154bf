import { createHash, createHmac, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { keyFor } from "@/platform/auth/keys.ts";
import { seal, unseal } from "@/platform/auth/seal.ts";
import { recoveryAlphabet, type TypedCode } from "./inputs.ts";

const totp = (secret: string, email = "") => new TOTP({ issuer: "Casemoot", label: email, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: 30 });

/** The secret of an app about to be set up, made again whenever its page is shown: from the step or session it belongs to, and from the factor it takes the place of. */
export const secretFor = (...belongsTo: string[]): string =>
  new Secret({ buffer: Uint8Array.from(createHmac("sha1", keyFor("second factor")).update(belongsTo.join("\n")).digest()).buffer }).base32;

/** What an authenticator app reads: as a picture, or by hand. */
export const addressFor = (secret: string, email: string): string => totp(secret, email).toString();

/** The half minute whose code this is, of now and the ones before and after; null where it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta;
}

const purpose = "second factor";
export const sealSecret = (secret: string): Buffer => seal(purpose, secret);

/** What a typed code would use up: a half minute or a recovery code. Null where it is wrong for certain; whether it was used before only the database knows. */
export function claimOf(code: TypedCode, sealedSecret: Uint8Array | null, now: Date): { step: number | null; recoveryHash: Buffer | null } | null {
  if (code.kind === "recovery") return { step: null, recoveryHash: hashOfRecoveryCode(code.text) };
  const secret = sealedSecret && unseal(purpose, sealedSecret);
  const step = secret ? stepOfCode(secret, code.text, now) : null;
  return step === null ? null : { step, recoveryHash: null };
}

/** Twelve characters of 27: 57 bits, so that a plain hash is enough. */
const newRecoveryCode = () => Array.from({ length: 12 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join("");
export const hashOfRecoveryCode = (code: string): Buffer => createHash("sha256").update(`recovery ${code}`).digest();

/** Ten new codes, as they are shown once, and their hashes. */
export function newRecoveryCodes(): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: 10 }, newRecoveryCode);
  return { codes: codes.map((code) => (code.match(/.{4}/g) ?? []).join("-")), hashes: codes.map(hashOfRecoveryCode) };
}
