import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "./keys.ts";
import { lettersOf } from "./rotating-code.ts";

/** What a one-time link is for, as the database keeps it. */
export type LinkPurpose = "account_invitation" | "password_reset";
/** What a one-time route is for: the one act of somebody without an account. */
export type RoutePurpose = "enquiry_answer" | "escalation_date";

/** The secret in a one-time link's address, made again from its id whenever a mail is sent: it stands nowhere, and in the database only its hash. */
export const secretOf = (id: string, purpose: LinkPurpose | RoutePurpose): string => createHmac("sha256", keyFor("one-time link")).update(`${purpose} ${id}`).digest("base64url");

/** What the database keeps of a secret. */
export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** The code that goes with a route, told by telephone and never by mail: worked out from its id, so that it stands nowhere. */
export const routeCode = (id: string): string => lettersOf(createHmac("sha256", keyFor("one-time route code")).update(id).digest());
export const isRouteCode = (id: string, code: string): boolean => code.length === 6 && timingSafeEqual(Buffer.from(routeCode(id)), Buffer.from(code));
