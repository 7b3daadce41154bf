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

/**
 * The one way to read: a transaction as the actor, in which row-level security leaves what that person may see. Answers a
 * plain model made for a screen, never a row; null where there is nothing for this person, whatever the reason.
 */
export function view<I, T>(run: (context: ViewContext, input: I) => Promise<T>) {
  return (actor: Actor, input: I, now = new Date()): Promise<T> =>
    transact({ ...actor, now }, async (tx, read) => {
      const standing = read as Standing;
      const events: Recorded[] = [];
      const model = await run(
        { tx, actor, standing, now, may: (permission, about) => can(standing, permission, about), record: (...more) => void events.push(...more) },
        input,
      );
      await writeEvents(tx, actor, events);
      return model;
    });
}
