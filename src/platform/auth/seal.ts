import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "./keys.ts";

const nonceBytes = 12;
const tagBytes = 16;

/** Text that only this installation reads again, and only for the same purpose: AES-256-GCM, as nonce, tag and ciphertext. */
export function seal(purpose: string, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(`seal ${purpose}`), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed for this purpose; null where it was changed, sealed for another purpose or with another secret. */
export function unseal(purpose: string, bytes: Uint8Array): string | null {
  if (bytes.length < nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(`seal ${purpose}`), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
