import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import type { NotifySettings } from "../../../scripts/mail-settings.mjs";
import type { Handover, Letter } from "./smtp.ts";

/** A letter with what it is made of. `again`: it may have been handed over before, by a process that was killed before that was written down. */
export type Note = Letter & { template: string; facts: Record<string, unknown>; again: boolean };

const Taken = z.object({ id: z.uuid() });
const Found = z.object({ notifications: z.array(Taken) });
const Refused = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) });
const Followed = z.object({ status: z.string() });

/** Its two calls and one token need no library: the token is a JWT by the key's secret, good for half a minute. */
function tokenOf({ service, secret }: NotifySettings, now = Date.now()): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const said = `${part({ typ: "JWT", alg: "HS256" })}.${part({ iss: service, iat: Math.floor(now / 1000) })}`;
  return `${said}.${createHmac("sha256", secret).update(said).digest("base64url")}`;
}

async function ask(settings: NotifySettings, path: string, body?: object): Promise<{ status: number; answer: unknown } | null> {
  try {
    const response = await fetch(`${settings.url}${path}`, {
      method: body ? "POST" : "GET", redirect: "error", signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Bearer ${tokenOf(settings)}`, "user-agent": "Casemoot", ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, answer: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}

/**
 * Hands a mail to GOV.UK Notify: by the template of its kind, with its facts, or by the one in which our own words go. Our id is its reference
 * there, so that what was handed over before is found again and doesn't go twice.
 */
export async function handOverToNotify(settings: NotifySettings, { id, to, subject, text, template, facts, again }: Note): Promise<Handover> {
  if (again) {
    const before = await ask(settings, `/v2/notifications?reference=${id}`);
    if (!before) return { taken: false, problem: "unreachable", final: false };
    const known = Found.safeParse(before.answer).data?.notifications[0];
    if (known) return { taken: true, as: known.id };
  }
  const plain = Object.fromEntries(Object.entries(facts).filter(([, fact]) => typeof fact === "string" || typeof fact === "number"));
  const answered = await ask(settings, "/v2/notifications/email", { template_id: settings.templates[template] ?? settings.template, email_address: to, reference: id, personalisation: { ...plain, subject, text } });
  if (!answered) return { taken: false, problem: "unreachable", final: false };
  const taken = answered.status === 201 ? Taken.safeParse(answered.answer).data : undefined;
  return taken ? { taken: true, as: taken.id } : { taken: false, ...problemOf(answered.status, answered.answer) };
}

/** Only what is said of the address is said for good; what is said of our key, our template or our allowance may be put right. */
function problemOf(status: number, answer: unknown): Omit<Handover & { taken: false }, "taken"> {
  const said = Refused.safeParse(answer).data?.errors ?? [];
  if (status === 400 && said.some(({ message }) => message.startsWith("email_address "))) return { problem: "bad_address", final: true };
  if (status === 400 || status === 401 || status === 403) return { problem: "not_admitted", final: false };
  return { problem: status === 429 ? "refused_for_now" : "unreachable", final: false };
}

/** What became of a mail that Notify took; null while it is under way. */
export async function followOnNotify(settings: NotifySettings, handedAs: string): Promise<"delivered" | "bounced" | "not_delivered" | null> {
  const answered = await ask(settings, `/v2/notifications/${handedAs}`);
  return outcomes[Followed.safeParse(answered?.answer).data?.status ?? ""] ?? null;
}

const outcomes: Record<string, "delivered" | "bounced" | "not_delivered"> = { delivered: "delivered", "permanent-failure": "bounced", "temporary-failure": "not_delivered", "technical-failure": "not_delivered" };
