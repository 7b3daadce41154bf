import { type Change, onChangeAt } from "@/platform/db/live.ts";
import type { Actor } from "../../kernel/actor.ts";
import { view } from "../../view.ts";

type Followed = { id: string; shut: string[] };

/** A meeting that can be followed by this person now, and the cases and items that are shut to them. */
const findFollowed = view(async ({ tx }, { reference }: { reference: string }): Promise<Followed | null> => {
  const rows = await tx.$queryRaw<Followed[]>`select id, (select app.shut_cases() || app.shut_items())::text[] as shut from meetings where reference = ${reference} and state in ('published', 'in_session', 'closed')`;
  return rows[0] ?? null;
});

/** Whose change it was: the person's own, from this page or another of theirs, or somebody else's. */
export type Whose = "own" | "other";
export type Following = {
  /** Stops following. */
  stop: () => void;
  /** What of these changes may be told to the person, by the rights they hold now; null once they may not follow any more. */
  told: (actor: Actor, changes: readonly (Change | null)[]) => Promise<Whose[] | null>;
};

/**
 * Hears whenever something was written at a meeting that the person may see, never what: that they read by its pages, which ask for
 * their rights. Of a case or an item that is shut to them they hear nothing, not even that. Null where there is no such meeting for them.
 */
export async function followMeeting(actor: Actor, reference: string, hear: (change: Change | null) => void): Promise<Following | null> {
  const followed = await findFollowed(actor, { reference });
  if (!followed) return null;
  return {
    stop: await onChangeAt(followed.id, hear),
    async told(still, changes) {
      const now = await findFollowed(still, { reference });
      if (!now) return null;
      const open = changes.filter((change) => ![change?.caseId, change?.itemId].some((one) => one && now.shut.includes(one)));
      return [...new Set(open.map((change): Whose => (change?.by === still.personId ? "own" : "other")))];
    },
  };
}
