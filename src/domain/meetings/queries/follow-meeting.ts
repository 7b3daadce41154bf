import { onChangeAt } from "@/platform/db/live.ts";
import type { Actor } from "../../kernel/actor.ts";
import { view } from "../../view.ts";

const findFollowed = view(async ({ tx }, { reference }: { reference: string }): Promise<string | null> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`select id from meetings where reference = ${reference} and state in ('published', 'in_session', 'closed')`;
  return rows[0]?.id ?? null;
});

/**
 * Tells whenever something was written at a meeting that the person may see, never what: that they read by its pages, which ask for
 * their rights. Answers how to stop; null where there is no such meeting for them.
 */
export async function followMeeting(actor: Actor, reference: string, tell: () => void): Promise<(() => void) | null> {
  const id = await findFollowed(actor, { reference });
  return id === null ? null : onChangeAt(id, tell);
}
