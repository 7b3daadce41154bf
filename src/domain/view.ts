import { transact, type Tx } from "@/platform/db/client.ts";
import { type Recorded, writeEvents } from "./audit/record.ts";
import type { Actor, Standing } from "./kernel/actor.ts";
import { type About, can, type Permission } from "./kernel/policy.ts";

export type ViewContext = {
  tx: Tx;
  actor: Actor;
  standing: Standing;
  now: Date;
  may: (permission: Permission, about?: About) => boolean;
  /** Keeps an event for the end of the transaction: opening content, searching, exporting. */
  record: (...events: Recorded[]) => void;
};

type Read<I, T> = (context: ViewContext, input: I) => Promise<T>;
/** A reading: asked for alone it has a transaction of its own; `within` is how it shares one. */
export type View<I, T> = ((actor: Actor, input: I, now?: Date) => Promise<T>) & { within: Read<I, T> };

/**
 * The one way to read: a transaction as the actor, in which row-level security leaves what that person may see. Answers a
 * plain model made for a screen, never a row; null where there is nothing for this person, whatever the reason.
 */
export function view<I, T>(run: Read<I, T>): View<I, T> {
  return Object.assign((actor: Actor, input: I, now = new Date()) => reading(actor, now, (context) => run(context, input)), { within: run });
}

/** The transaction of a reading, with what it leaves on the trail as its last statement. */
export function reading<T>(actor: Actor, now: Date, run: (context: ViewContext) => Promise<T>): Promise<T> {
  return transact({ ...actor, now }, async (tx, read) => {
    const standing = read as Standing;
    const events: Recorded[] = [];
    const model = await run({ tx, actor, standing, now, may: (permission, about) => can(standing, permission, about), record: (...more) => void events.push(...more) });
    await writeEvents(tx, actor, events);
    return model;
  });
}
