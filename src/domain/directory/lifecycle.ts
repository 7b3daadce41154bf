import type { Tx } from "@/platform/db/client.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import type { Actor } from "../kernel/actor.ts";

export type HeldPerson = { id: string; agencyId: string; name: string; style: string | null; post: string; email: string; leftAt: Date | null; version: number };

/** Takes a person for this transaction, so that what they hold is given and ended by one administrator at a time. Asked once the policy table has allowed it: nobody else can hold one. */
export async function lockPerson(tx: Tx, personId: string): Promise<HeldPerson> {
  const held = await tx.$queryRaw<HeldPerson[]>`
    select id, agency_id as "agencyId", name, style, post, email, left_at as "leftAt", version from people where id = ${personId}::uuid for no key update`;
  return orNotFound(held[0]);
}

/** Somebody who is here, and is not the administrator: nobody decides on what they hold themselves. */
export async function lockOther(tx: Tx, actor: Actor, personId: string): Promise<HeldPerson> {
  const held = await lockPerson(tx, personId);
  if (held.id === actor.personId) refuse("directory.oneself");
  if (held.leftAt) refuse("person.hasLeft");
  return held;
}

export type HeldForum = { id: string; code: string; name: string; areaId: string | null; version: number };

/** Takes a forum for this transaction: by its id as a form carries it, or by its code as an address does. */
export async function lockForum(tx: Tx, wanted: { id: string } | { code: string }): Promise<HeldForum> {
  const held =
    "id" in wanted
      ? await tx.$queryRaw<HeldForum[]>`select id, code, name, area_id as "areaId", version from forums where id = ${wanted.id}::uuid for no key update`
      : await tx.$queryRaw<HeldForum[]>`select id, code, name, area_id as "areaId", version from forums where code = ${wanted.code} for no key update`;
  return orNotFound(held[0]);
}

/** A person's own links that are still open end: withdrawn, because another takes their place or nobody should use them any more. */
export async function withdrawLinks(tx: Tx, { partnershipId }: Actor, personId: string, now: Date): Promise<number> {
  const { count } = await tx.oneTimeLink.updateMany({ where: { partnershipId, personId, usedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } });
  return count;
}
