import { beforeSignIn } from "@/platform/db/client.ts";
import { addressFor, secretFor } from "../codes.ts";
import type { StepNeeds } from "../lifecycle.ts";

/** What stands between a right password and the session. */
export type Step = { id: string; personId: string; email: string; needs: StepNeeds; sealedSecret: Uint8Array | null };

/** The step that a browser's reference stands for, while it is open: a step of signing in, or a session that needs a second factor before anything else. */
export async function readStep(hash: Buffer, now = new Date()): Promise<Step | null> {
  const [step] = await beforeSignIn.query<Step[]>`select id, person_id as "personId", email, needs, sealed_secret as "sealedSecret" from app.read_step(${hash}, ${now}::timestamptz)`;
  return step ?? null;
}

/** What an app has to be told: by picture and by hand. */
export type AppToSetUp = { secret: string; address: string };

/** For the page on which a second factor is set up at signing in. The secret belongs to the step, so that looking twice shows it twice and writes nothing. */
export function appOfStep(step: Pick<Step, "id" | "email">): AppToSetUp {
  const secret = secretFor("step", step.id);
  return { secret, address: addressFor(secret, step.email) };
}
