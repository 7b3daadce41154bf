import "server-only";
import { createHash, createHmac } from "node:crypto";
import { keyFor } from "./keys.ts";

/** What a one-time link is for, as the database keeps it. */
export type LinkPurpose = "account_invitation" | "password_reset";

/** The secret in a one-time link's address, made again from its id whenever a mail is sent: it stands nowhere, and in the database only its hash. */
export const secretOf = (id: string, purpose: LinkPurpose): string => createHmac("sha256", keyFor("one-time link")).update(`${purpose} ${id}`).digest("base64url");

/** What the database keeps of a secret. */
export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
