import { randomUUID } from "node:crypto";
import { beforeSignIn } from "@/platform/db/client.ts";
import { attempt, guessLimited, isWorthALine, noteRefused } from "../attempts.ts";
import { claimOf, newRecoveryCodes, sealSecret, stepOfCode } from "../codes.ts";
import type { TypedCode } from "../inputs.ts";
import type { Opening } from "../lifecycle.ts";
import { appOfStep, readStep } from "../queries/read-step.ts";

type Shown = { reference: Buffer; address: string };
/** "over": the step has ended, or waits for something else; its page says what. Null: the code was wrong. */
type Finished<T> = T | "over" | null;

/** The second step of signing in: a code of the app, or a recovery code. Opens the session under a new reference. */
export async function signInByCode({ reference, code, address }: Shown & { code: TypedCode }, { hash, device, requestId }: Opening, now = new Date()): Promise<Finished<{ id: string }>> {
  const step = await readStep(reference, now);
  if (step?.needs !== "code") return "over";
  const look = async () => {
    const claim = claimOf(code, step.sealedSecret, now);
    if (!claim) return null;
    const id = randomUUID();
    const [row] = await beforeSignIn.query<{ opened: boolean }[]>`
      select app.sign_in_by_code(${reference}, ${claim.step}::bigint, ${claim.recoveryHash}, ${id}::uuid, ${hash}, ${now}::timestamptz, ${device}, ${requestId}) as opened`;
    return row?.opened ? { id } : null;
  };
  return attempt({ account: step.email, address }, now, () => (code.kind === "app" ? guessLimited(step.email, now, look) : look()), async (before) => {
    if (isWorthALine(before)) await noteRefused(step.personId, "code", now, requestId);
  });
}

/** Sets up the second factor on signing in, by the first code of the app; answers the recovery codes, which nobody can read again. */
export async function signInBySetUp({ reference, code, address }: Shown & { code: string }, { hash, device, requestId }: Opening, now = new Date()): Promise<Finished<{ id: string; codes: string[] }>> {
  const step = await readStep(reference, now);
  if (step?.needs !== "set_up") return "over";
  return attempt<Finished<{ id: string; codes: string[] }>>({ account: step.email, address }, now, async () => {
    const { secret } = appOfStep(step);
    const codeStep = stepOfCode(secret, code, now);
    if (codeStep === null) return null;
    const { codes, hashes } = newRecoveryCodes();
    const id = randomUUID();
    const [row] = await beforeSignIn.query<{ opened: boolean }[]>`
      select app.sign_in_by_set_up(${reference}, ${sealSecret(secret)}, ${codeStep}::bigint, ${hashes}::bytea[], ${id}::uuid, ${hash}, ${now}::timestamptz, ${device}, ${requestId}) as opened`;
    return row?.opened ? { id, codes } : "over";
  });
}
