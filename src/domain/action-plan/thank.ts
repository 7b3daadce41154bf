import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import { findNamedWords, unconfirmed } from "../cases/queries/find-named-words.ts";
import type { Actor } from "../kernel/actor.ts";
import { refuse } from "../kernel/outcome.ts";
import { subjectOf } from "./action-subject.ts";

type Done = { id: string; reference: string; forumId: string; caseId: string | null; ownerId: string; officerId: string | null };
type Words = { words: string; namesNobody: readonly string[]; now: Date };

/** Only for an action that this transaction verifies: thanks to its owner and to whoever they named to do it. They name nobody of the case, which is no longer open to those whom they reach. */
export async function thank(tx: Tx, actor: Actor, done: Done, { words, namesNobody, now }: Words): Promise<Recorded[]> {
  const named = done.caseId ? await findNamedWords(tx, done.caseId, words) : [];
  if (unconfirmed(named, namesNobody).length > 0) refuse("action.thanksNameSomeone", { words: named });
  const to = [done.ownerId, ...(done.officerId ? [done.officerId] : [])];
  const { id: actionId, forumId, caseId } = done;
  await tx.thanks.createMany({ data: to.map((toId) => ({ id: randomUUID(), partnershipId: actor.partnershipId, forumId, caseId, actionId, toId, words, givenById: actor.personId, givenAt: now })) });
  return to.map((personId) => ({ event: "action.thanked", subject: subjectOf(done), particulars: { personId } }));
}
