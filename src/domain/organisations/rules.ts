import { plainEmail } from "../kernel/inputs.ts";

/** The part of an address that says whose it is; null where it isn't an address. */
export function domainOf(email: string): string | null {
  const parts = email.split("@");
  return parts.length === 2 && parts[0] && parts[1]?.includes(".") ? parts[1] : null;
}

const guid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const entra = new RegExp(`^https://(login\\.microsoftonline\\.(com|us)|login\\.partner\\.microsoftonline\\.cn)/${guid}/v2\\.0$`, "i");
/** One tenant of Entra ID: its administrators alone give out names under the domains that they have proved to be theirs. */
export const isEntraTenant = (issuer: string): boolean => entra.test(issuer);
/** Microsoft's addresses for anybody of any organisation, and for private accounts. */
export const isForAnybody = (issuer: string): boolean => /^https:\/\/login\.microsoftonline\.[a-z]+\/(common|organizations|consumers|9188040d-6c67-4c5b-b112-36a304b66dad)(\/|$)/i.test(issuer);

const isTrue = (claim: unknown) => claim === true || claim === "true" || claim === 1 || claim === "1";
const asEmail = (claim: unknown): string | null => {
  const read = plainEmail.safeParse(claim);
  return read.success && domainOf(read.data) ? read.data : null;
};

export type SaidOfThemselves = { name: string; email: string; trustedEmail: string | null };

/**
 * What an issuer's claims are worth. An address counts only under a domain that the organisation is entered for, and only where the issuer
 * verified it, or where it is the name that an Entra tenant gave. Anybody can write any address into an unverified claim.
 */
export function readClaims(issuer: string, claims: Readonly<Record<string, unknown>>, domains: readonly string[]): SaidOfThemselves {
  const tenant = isEntraTenant(issuer);
  const verified = isTrue(claims.email_verified) || (tenant && isTrue(claims.xms_edov));
  const trusted = [verified ? claims.email : null, ...(tenant ? [claims.upn, claims.preferred_username] : [])];
  const trustedEmail = trusted.map(asEmail).find((email) => email !== null && domains.includes(domainOf(email) ?? "")) ?? null;
  const email = trustedEmail ?? asEmail(claims.email) ?? asEmail(claims.preferred_username) ?? asEmail(claims.upn) ?? "";
  return { name: typeof claims.name === "string" ? readable(claims.name) : "", email, trustedEmail };
}

/** A name from elsewhere, without what no person types. */
const readable = (said: string) => said.toWellFormed().normalize("NFC").replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim().slice(0, 200);
