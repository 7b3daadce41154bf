import type { z } from "zod";
import { beforeSignIn, type Tx } from "@/platform/db/client.ts";
import type { Command } from "../command.ts";
import type { Actor } from "../kernel/actor.ts";
import type { Outcome } from "../kernel/outcome.ts";
import { view } from "../view.ts";
import { attempt, guessLimited } from "./attempts.ts";
import { claimOf } from "./codes.ts";
import type { TypedCode } from "./inputs.ts";
import { isPassword } from "./password.ts";

/** What the person signed in keeps secret, for the moment of looking at what they typed. */
export type OwnSecrets = { email: string; name: string; passwordHash: string | null; sealedSecret: Uint8Array | null };
const readOwnSecrets = view(async ({ tx }: { tx: Tx }, _: Record<never, never>): Promise<OwnSecrets | undefined> => {
  const [own] = await tx.$queryRaw<OwnSecrets[]>`select email, name, password_hash as "passwordHash", sealed_secret as "sealedSecret" from app.own_secrets()`;
  return own;
});

type Shown = { currentPassword: string; code?: TypedCode | undefined };
type Act<F, T> = {
  /** What is wrong with the rest of the form, before anything is used up. */
  wrong: (fields: F, own: OwnSecrets, actor: Actor, now: Date) => Promise<Record<string, string[]> | null> | Record<string, string[]> | null;
  act: (actor: Actor, fields: F, own: OwnSecrets, now: Date) => Promise<Outcome<T>>;
};

/**
 * What changes how somebody signs in is done only by who shows their password again, and a code where they have a second factor: an
 * open session alone may be somebody else's. Wrong ones are counted for the session, so that nobody guesses through one.
 */
export function proven<F extends Shown, T>(input: z.ZodType<F>, { wrong, act }: Act<F, T>): Command<T> {
  return async (actor, { submissionKey: _, ...raw }, now = new Date()) => {
    const invalid = (fields: Record<string, string[]>): Outcome<T> => ({ ok: false, problem: { kind: "invalid", fields } });
    // a box that isn't on the form because nobody asked for it reads as empty
    const parsed = input.safeParse({ ...raw, code: raw.code === "" ? undefined : raw.code });
    const own = await readOwnSecrets(actor, {}, now);
    if (!own?.passwordHash) return { ok: false, problem: { kind: "notFound" } };
    const lacksCode = own.sealedSecret !== null && (raw.code === undefined || raw.code === "") ? { code: ["Enter a code"] } : undefined;
    if (!parsed.success) return invalid({ ...fieldErrors(parsed.error), ...lacksCode });
    const problems: Record<string, string[]> = { ...lacksCode, ...(await wrong(parsed.data, own, actor, now)) };
    if (Object.keys(problems).length > 0) return invalid(problems);
    const right = await attempt({ account: `own ${actor.personId}`, address: actor.sessionId }, now, () => isThem(actor, own, parsed.data, now));
    if (right === null) return invalid({ currentPassword: [own.sealedSecret ? "Password or code is wrong, or the code was used before" : "Password is wrong"] });
    return act(actor, parsed.data, own, now);
  };
}

async function isThem({ personId }: Actor, own: OwnSecrets, { currentPassword, code }: Shown, now: Date): Promise<true | null> {
  if (!(await isPassword(own.passwordHash ?? "", currentPassword))) return null;
  if (!own.sealedSecret) return true;
  const look = async () => {
    const claim = code ? claimOf(code, own.sealedSecret, now) : null;
    if (!claim) return null;
    const [row] = await beforeSignIn.query<{ taken: boolean }[]>`select app.take_code(${personId}::uuid, ${claim.step}::bigint, ${claim.recoveryHash}, ${now}::timestamptz) as taken`;
    return row?.taken ? true : null;
  };
  return code?.kind === "app" ? guessLimited(own.email, now, look) : look();
}

const fieldErrors = (error: z.ZodError): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  // what no form of ours sends is in no field: the form then reads as changed
  for (const { code, path, message } of error.issues) if (code !== "unrecognized_keys") (fields[String(path[0] ?? "")] ??= []).push(message);
  return fields;
};
