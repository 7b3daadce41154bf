import { beforeSignIn } from "@/platform/db/client.ts";
import { hashOf, type LinkPurpose } from "@/platform/auth/one-time-secret.ts";
import { attempt, guessLimited, isWorthALine, noteRefused } from "../attempts.ts";
import { claimOf } from "../codes.ts";
import type { TypedCode } from "../inputs.ts";
import { type Entered, enterByPassword, type Opening } from "../lifecycle.ts";
import { hashOfPassword, wrongWithPassword } from "../password.ts";
import { readLink } from "../queries/read-link.ts";

type Used = { secret: string; password: string; code?: TypedCode | undefined; address: string };
export type LinkOutcome<T> = { kind: "done"; value: T } | { kind: "over" } | { kind: "wrong"; field: "password" | "code"; message: string };

/** Takes an invitation up: the person chooses a password and goes on as after any right password. */
export async function joinByLink(used: Used, opening: Opening, now = new Date()): Promise<LinkOutcome<Entered>> {
  const outcome = await takeUp("account_invitation", used, opening.requestId, now);
  if (outcome.kind !== "done") return outcome;
  const entered = await enterByPassword(outcome.value, opening, now);
  return entered ? { kind: "done", value: entered } : { kind: "over" };
}

/** Chooses a new password by a link that was asked for. It ends every session and says so by mail; the person then signs in with it. */
export const resetByLink = (used: Used, requestId: string, now = new Date()): Promise<LinkOutcome<string>> => takeUp("password_reset", used, requestId, now);

async function takeUp(purpose: LinkPurpose, { secret, password, code, address }: Used, requestId: string, now: Date): Promise<LinkOutcome<string>> {
  const link = await readLink(secret, purpose, now);
  if (!link) return { kind: "over" };
  const wrong = wrongWithPassword(password, link);
  if (wrong) return { kind: "wrong", field: "password", message: wrong };
  if (link.hasFactor && !code) return { kind: "wrong", field: "code", message: "Enter a code" };
  const passwordHash = await hashOfPassword(password);
  const look = async () => {
    const claim = link.hasFactor && code ? claimOf(code, link.sealedSecret, now) : { step: null, recoveryHash: null };
    if (!claim) return null;
    const [row] = await beforeSignIn.query<{ person: string | null }[]>`
      select app.use_link(${hashOf(secret)}, ${purpose}::link_purpose, ${passwordHash}, ${claim.step}::bigint, ${claim.recoveryHash}, ${now}::timestamptz, ${requestId}) as person`;
    return row?.person ?? null;
  };
  const person = await attempt({ account: link.email, address }, now, () => (code?.kind === "app" ? guessLimited(link.email, now, look) : look()), async (before) => {
    if (link.hasFactor && isWorthALine(before)) await noteRefused(link.personId, "code", now, requestId);
  });
  if (person) return { kind: "done", value: person };
  return (await readLink(secret, purpose, now)) && link.hasFactor ? { kind: "wrong", field: "code", message: wrongCodeMessage } : { kind: "over" };
}

export const wrongCodeMessage = "The code is wrong, or was used before. Wait for the next one and enter that";
