import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Entered, Opening } from "@/domain/accounts/commands/sign-in.ts";
import { readStep, type Step } from "@/domain/accounts/queries/read-step.ts";
import { seal as sealText, unseal as unsealText } from "@/platform/auth/seal.ts";
import { codesCookie, hashOf, newReference, seal, sessionCookie, stepCookie, unseal } from "@/platform/auth/session-cookie.ts";
import { callerAddress } from "@/platform/caller-address.ts";
import { deviceOf } from "@/platform/device.ts";
import { currentSession, requestId, sessionHash } from "../actor.ts";
import { pathInside } from "./path-inside.ts";

/** What a form before signing in needs to know of its request: a new reference, and where it came from. */
export async function newEntry(): Promise<{ reference: string; opening: Opening; address: string }> {
  const { reference, hash } = newReference();
  const sent = await headers();
  return { reference, opening: { hash, device: deviceOf(sent.get("user-agent")), requestId: await requestId() }, address: callerAddress(sent) };
}

/** Puts the reference into the cookie of what it opened, a session or a step; a step that is done with leaves the browser. */
export async function keep(reference: string, entered: Pick<Entered, "kind">): Promise<void> {
  const jar = await cookies();
  const step = stepCookie();
  const { name, options } = entered.kind === "session" ? sessionCookie() : step;
  jar.set(name, await seal(reference), options);
  if (entered.kind === "session") jar.set(step.name, "", { ...step.options, maxAge: 0 });
}

/** Where a right password leads: to the page that was asked for, or to the second step and then there. */
export function goOn(entered: Entered, next: string): never {
  const to = pathInside(next);
  if (entered.kind === "session") redirect(to);
  const page = entered.needs === "code" ? "/sign-in/code" : "/sign-in/set-up";
  redirect(to === "/" ? page : `${page}?next=${encodeURIComponent(to)}`);
}

/** What was typed into boxes of these names; "" for one that wasn't sent. */
export function textsOf<N extends string>(form: FormData, ...names: N[]): Record<N, string> {
  const text = (name: string) => {
    const sent = form.get(name);
    return typeof sent === "string" ? sent : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<N, string>;
}

/** The step that this browser is at, with the hash it goes by: of its own cookie, or of a session that needs a second factor first. */
export async function currentStep(): Promise<(Step & { hash: Buffer }) | null> {
  const reference = await unseal((await cookies()).get(stepCookie().name)?.value);
  for (const hash of [reference === null ? null : hashOf(reference), await sessionHash()]) {
    const step = hash && (await readStep(hash));
    if (step) return { ...step, hash };
  }
  return null;
}

const purposeOf = (sessionId: string) => `recovery codes ${sessionId}`;

/** Carries new recovery codes to the page that shows them, sealed, for ten minutes and this session alone. */
export async function keepCodes(sessionId: string, codes: string[]): Promise<void> {
  const { name, options } = codesCookie();
  (await cookies()).set(name, sealText(purposeOf(sessionId), codes.join(" ")).toString("base64url"), options);
}

export async function keptCodes(sessionId: string): Promise<string[]> {
  const kept = (await cookies()).get(codesCookie().name)?.value;
  return (kept && unsealText(purposeOf(sessionId), Buffer.from(kept, "base64url"))?.split(" ")) || [];
}

export async function forgetCodes(): Promise<void> {
  const { name, options } = codesCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** After new recovery codes were made: to the page that shows them. */
export async function toKeptCodes({ codes }: { codes: string[] }): Promise<{ to: string }> {
  const session = await currentSession();
  if (session) await keepCodes(session.actor.sessionId, codes);
  return { to: "/account/recovery-codes" };
}
