import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../forums/queries/list-seats.ts";
import type { Actor } from "../kernel/actor.ts";
import { dayOf } from "../kernel/dates.ts";
import { mail } from "../mail/send.ts";
import type { HeldMeeting } from "./lifecycle.ts";

const hour = 60 * 60_000;

/**
 * The supplement to a published agenda that something added now belongs to: one a day. The members are written to about it, once for
 * what is added within an hour; what is added in the room they see there. The meeting is held, so that two don't both open one.
 */
export async function openSupplement(tx: Tx, actor: Actor, held: HeldMeeting, now: Date, onlyFor: readonly string[] | null = null): Promise<number> {
  const { partnershipId } = actor;
  const { id: meetingId, forumId } = held;
  const latest = await tx.supplement.findFirst({ where: { partnershipId, meetingId }, orderBy: { number: "desc" } });
  const isToday = latest && dayOf(latest.madeAt) === dayOf(now);
  const number = isToday ? latest.number : (latest?.number ?? 0) + 1;
  if (!isToday) await tx.supplement.create({ data: { partnershipId, forumId, meetingId, number, madeAt: now, madeById: actor.personId }, select: { number: true } });
  const told = isToday ? latest.toldAt : null;
  // of what is for some alone the others hear nothing, and are still told of what comes for them
  if (onlyFor) {
    if (held.state === "published") await tellMembers(tx, actor, held, "agenda.supplement", now, onlyFor);
    return number;
  }
  if (held.state === "published" && (!told || now.getTime() - told.getTime() > hour)) {
    await tellMembers(tx, actor, held, "agenda.supplement", now);
    await tx.supplement.update({ where: { partnershipId_meetingId_number: { partnershipId, meetingId, number } }, data: { toldAt: now }, select: { number: true } });
  }
  return number;
}

/** Writes to everybody round the table but whoever did it; or to the members for some agencies, and the chair's office. */
export async function tellMembers(tx: Tx, actor: Actor, { forumId, reference, startsAt }: HeldMeeting, template: "agenda.published" | "agenda.supplement", now: Date, onlyFor: readonly string[] | null = null): Promise<void> {
  for (const { personId, agencyId, offices } of await listSeats(tx, forumId, dayOf(now))) {
    const hears = onlyFor === null || onlyFor.includes(agencyId) || offices.length > 0;
    if (hears && personId !== actor.personId) await mail(tx, actor, { to: personId, template, facts: { meeting: reference, at: startsAt.toISOString() } }, now);
  }
}
