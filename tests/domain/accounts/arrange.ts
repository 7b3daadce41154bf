import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import { newRecoveryCodes, sealSecret } from "@/domain/accounts/codes.ts";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import type { TypedCode } from "@/domain/accounts/inputs.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { owner } from "../../support/database.ts";
import { insert } from "../../support/world.ts";

process.env.NEXTAUTH_SECRET ??= "a secret of these tests alone, long enough";

export const password = "a long enough password";
let hashed: Promise<string> | undefined;
let addresses = 0;
/** Another address at each call, so that one test's wrong tries don't slow the next. */
export const anAddress = () => `192.0.2.${(addresses += 1)}`;
export const anOpening = () => ({ ...newReference(), device: "Firefox on Linux", requestId: "r" });

/** Gives a person a password; answers their address. */
export async function aCredential({ personId, partnershipId }: Actor, at: Date): Promise<string> {
  await insert("credentials", { person_id: personId, partnership_id: partnershipId, password_hash: await (hashed ??= hash(password)), set_at: at });
  return emailOf(personId);
}
export const emailOf = async (personId: string) => (await owner.query<{ email: string }>("select email from people where id = $1", [personId])).rows[0]?.email ?? "";

/** A second factor that is set up: its secret, and its recovery codes as they were shown. */
export async function aFactor({ personId, partnershipId }: Actor, at: Date) {
  const secret = new Secret().base32;
  await insert("second_factors", { person_id: personId, partnership_id: partnershipId, sealed_secret: sealSecret(secret), made_at: at, confirmed_at: at, last_step: null });
  const { codes, hashes } = newRecoveryCodes();
  for (const code_hash of hashes) await insert("recovery_codes", { id: randomUUID(), partnership_id: partnershipId, person_id: personId, code_hash, made_at: at });
  return { secret, codes };
}

/** What the app would show at a moment, and a recovery code as the form reads it. */
export const shownBy = (secret: string, at: Date): TypedCode => ({ kind: "app", text: digits(secret, at) });
export const digits = (secret: string, at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
export const recovery = (code = ""): TypedCode => ({ kind: "recovery", text: code.replaceAll("-", "") });

/** The step after a right password. */
export async function aStep(email: string, at: Date) {
  const step = anOpening();
  const entered = await signIn({ email, password, address: anAddress() }, step, at);
  return { reference: step.hash, entered };
}

export async function aLink({ personId, partnershipId }: Actor, purpose: "account_invitation" | "password_reset", at: Date, over: Record<string, unknown> = {}) {
  const id = randomUUID();
  const secret = secretOf(id, purpose);
  await insert("one_time_links", { id, partnership_id: partnershipId, person_id: personId, purpose, secret_hash: hashOf(secret), made_at: at, ends_at: new Date(at.getTime() + 3_600_000), ...over });
  return { id, secret };
}

export const eventsOf = async (personId: string) =>
  (await owner.query<{ event: string }>("select event from audit_events where person_id = $1 order by seq", [personId])).rows.map((row) => row.event);
