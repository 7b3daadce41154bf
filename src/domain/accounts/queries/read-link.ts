import { beforeSignIn } from "@/platform/db/client.ts";
import { hashOf, type LinkPurpose } from "@/platform/auth/one-time-secret.ts";

/** Whose one-time link it is, and what they have to show and choose. */
export type OneTimeLink = { personId: string; name: string; email: string; partnershipName: string; hasFactor: boolean; mustHaveFactor: boolean; sealedSecret: Uint8Array | null };

/** A link that still opens something. Used, ended, withdrawn and unknown ones are all the same nothing. */
export async function readLink(secret: string, purpose: LinkPurpose, now = new Date()): Promise<OneTimeLink | null> {
  const [link] = await beforeSignIn.query<OneTimeLink[]>`
    select person_id as "personId", name, email, partnership_name as "partnershipName", has_factor as "hasFactor", must_have_factor as "mustHaveFactor", sealed_secret as "sealedSecret"
    from app.read_link(${hashOf(secret)}, ${purpose}::link_purpose, ${now}::timestamptz)`;
  return link ?? null;
}
