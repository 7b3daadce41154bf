import { randomUUID } from "node:crypto";
import { beforeSignIn } from "@/platform/db/client.ts";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { refusalTakes, sleep } from "../attempts.ts";

/** Sends a link for a new password to whoever signs in here with one. Known and unknown addresses get the same answer after the same time. */
export async function askPasswordReset(email: string, requestId: string, now = new Date()): Promise<void> {
  const answerMayCome = sleep(refusalTakes);
  const id = randomUUID();
  await beforeSignIn.query`select app.ask_password_reset(${email}, ${id}::uuid, ${hashOf(secretOf(id, "password_reset"))}, ${now}::timestamptz, ${requestId})::text`;
  await answerMayCome;
}
