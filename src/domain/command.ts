import { createHash } from "node:crypto";
import { z } from "zod";
import { type Prisma, transact, type Tx } from "@/platform/db/client.ts";
import { type Recorded, writeEvents } from "./audit/record.ts";
import type { AuditSubject } from "./audit/subjects.ts";
import type { Actor, Standing } from "./kernel/actor.ts";
import { type Outcome, Refusal } from "./kernel/outcome.ts";
import { type About, can, type Permission } from "./kernel/policy.ts";

export type CommandContext = {
  tx: Tx;
  actor: Actor;
  standing: Standing;
  now: Date;
  /** Throws `forbidden` unless the policy table allows it; the attempt is then on the trail of `subject`. Ask after the lock. */
  require: (permission: Permission, about: About, subject: AuditSubject) => void;
  /** Keeps an event for the end of the transaction. */
  record: (...events: Recorded[]) => void;
};

type Spec<S extends z.ZodType, T> = {
  permission: Permission;
  input: S;
  run: (context: CommandContext, input: z.infer<S>) => Promise<T>;
};

/** How a command is called. `now` is another than the clock's only for the demonstration's history and for tests. */
export type Command<T> = (actor: Actor, raw: Record<string, unknown>, now?: Date) => Promise<Outcome<T>>;

/**
 * The one way to write: parse, transaction as the actor, run (lock, version, policy, rules, move, record), audit as the last
 * statement, commit. A form sent twice with one `submissionKey` is done once, and both get the same answer;
 * sent again with other words it is stale, so that nobody is told that they were saved. Bugs throw.
 */
export function command<S extends z.ZodType, T extends Prisma.InputJsonValue>({ permission, input, run }: Spec<S, T>): Command<T> {
  return async (actor, raw, now = new Date()) => {
    const { submissionKey, ...fields } = raw;
    const parsed = input.safeParse(fields);
    if (!parsed.success) return { ok: false, problem: { kind: "invalid", fields: z.flattenError(parsed.error).fieldErrors as Record<string, string[]> } };
    const key = z.uuid().safeParse(submissionKey).data;
    let refusedOn: AuditSubject | undefined;
    try {
      const value = await transact({ ...actor, now }, async (tx, read) => {
        const standing = read as Standing;
        if (!standing.present) throw new Refusal({ kind: "notFound" });
        const earlier = key && (await claim<T>(tx, actor, { key, permission, said: parsed.data }, now));
        if (earlier) return earlier.answer;
        let asked = false;
        const events: Recorded[] = [];
        const answer = await run(
          {
            tx, actor, standing, now,
            require(wanted, about, subject) {
              asked ||= wanted === permission;
              if (can(standing, wanted, about)) return;
              refusedOn = subject;
              throw new Refusal({ kind: "forbidden", permission: wanted });
            },
            record: (...more) => void events.push(...more),
          },
          parsed.data,
        );
        if (!asked) throw new Error(`${permission} ran without asking the policy table`);
        if (key) await tx.submission.update({ where: { partnershipId_key: { partnershipId: actor.partnershipId, key } }, data: { answer } });
        await writeEvents(tx, actor, events);
        return answer;
      });
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.problem.kind === "forbidden") await recordRefusal(actor, now, error.problem.permission, refusedOn);
      return { ok: false, problem: error.problem };
    }
  };
}

type Sent = { key: string; permission: Permission; said: unknown };

/** The first sending of a form takes its key; a second one that says the same waits for the first to end and gets its answer. */
async function claim<T>(tx: Tx, actor: Actor, { key, permission, said }: Sent, now: Date): Promise<{ answer: T } | undefined> {
  const saidHash = createHash("sha256").update(JSON.stringify(said)).digest();
  const taken = await tx.$executeRaw`
    insert into submissions (partnership_id, key, person_id, permission, said_hash, sent_at)
    values (${actor.partnershipId}::uuid, ${key}::uuid, ${actor.personId}::uuid, ${permission}, ${saidHash}, ${now}) on conflict do nothing`;
  if (taken === 1) return undefined;
  const firsts = await tx.$queryRaw<{ answer: T }[]>`
    select answer from submissions where key = ${key}::uuid and permission = ${permission} and said_hash = ${saidHash}`;
  // somebody else's key, another form's, or this form gone back to and written in again: what it says now was never saved
  if (!firsts[0]) throw new Refusal({ kind: "stale" });
  return firsts[0];
}

async function recordRefusal(actor: Actor, now: Date, permission: Permission, subject: AuditSubject = { type: "person", id: actor.personId }) {
  await transact({ ...actor, now }, (tx) => writeEvents(tx, actor, [{ event: "access.refused", subject, particulars: { permission } }]));
}
