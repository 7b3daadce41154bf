import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/kernel/actor.ts";
import { mail } from "@/domain/mail/send.ts";
import { transact } from "@/platform/db/client.ts";
import { hashOf, type LinkPurpose, secretOf } from "@/platform/auth/one-time-secret.ts";
import { owner } from "../../support/database.ts";
import { insert } from "../../support/world.ts";

export type State = { id: string; state: string; tries: number; problem: string | null; sent_at: Date | null };

/** Writes a mail to somebody, in a transaction of another's, and answers its id. */
export async function write(from: Actor, letter: Parameters<typeof mail>[2], now = new Date()): Promise<string> {
  const before = new Set(await all());
  await transact({ ...from, now }, (tx) => mail(tx, from, letter, now));
  const [id] = (await all()).filter((one) => !before.has(one));
  if (!id) throw new Error("no mail was written");
  return id;
}
const all = async () => (await owner.query<{ id: string }>("select id from mails")).rows.map(({ id }) => id);

export async function stateOf(id: string): Promise<State> {
  const { rows } = await owner.query<State>("select id, state::text, tries, problem, sent_at from mails where id = $1", [id]);
  if (!rows[0]) throw new Error("no such mail");
  return rows[0];
}

/** The jobs that wait for a mail. */
export const jobsOf = async (id: string) => (await owner.query("select task_identifier, attempts, run_at, locked_at, last_error from graphile_worker.jobs where key = $1", [id])).rows as { task_identifier: string; attempts: number; run_at: Date; locked_at: Date | null; last_error: string | null }[];

/** A one-time link of somebody's, as another slice makes it. */
export async function aLink({ personId, partnershipId }: Actor, purpose: LinkPurpose, over: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await insert("one_time_links", { id, partnership_id: partnershipId, person_id: personId, purpose, secret_hash: hashOf(secretOf(id, purpose)), made_at: new Date(), ends_at: new Date(Date.now() + 3_600_000), ...over });
  return id;
}
