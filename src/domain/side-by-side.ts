import { together } from "@/platform/db/together.ts";
import type { Actor } from "./kernel/actor.ts";
import { reading, type View } from "./view.ts";

type Reader = <I, T>(what: View<I, T>, input: I) => Promise<T>;

/**
 * What one page reads of several slices, in one transaction, what they ask at the same time in one round trip:
 * `viewSideBySide(actor, (read) => [read(viewMeeting, asked), read(viewReplies, asked)])`. For views that ask by `$queryRaw` alone.
 */
export function viewSideBySide<T extends readonly unknown[]>(actor: Actor, ask: (read: Reader) => readonly [...T], now = new Date()): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  return reading(actor, now, (context) => together(context.tx, (tx) => ask((what, input) => what.within({ ...context, tx }, input))));
}
