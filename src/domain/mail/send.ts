import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { Actor } from "../kernel/actor.ts";
import { type Facts, facts, kindOf, referenceIn, type Template } from "./rules.ts";

export type { Facts };

type Letter<T extends Template> = {
  /** The person it goes to, at the address they have when it is sent. */
  to: string;
  template: T;
  facts: Facts[T];
  /** Where it goes instead: the address they had before it was changed. */
  address?: string;
};

/** Writes to one person, in the transaction of what the mail tells of: undone with it, sent after it. The one way to write a mail. */
export async function mail<T extends Template>(tx: Tx, actor: Pick<Actor, "partnershipId">, letter: Letter<T>, now: Date): Promise<void> {
  const told: Facts[Template] = facts[letter.template].parse(letter.facts);
  // without reading it back: what a mail tells of is for nobody but whom it goes to
  await tx.mail.createMany({
    data: [{ id: randomUUID(), partnershipId: actor.partnershipId, personId: letter.to, template: letter.template, kind: kindOf[letter.template], reference: referenceIn(told), facts: told, madeAt: now, address: letter.address }],
  });
}
