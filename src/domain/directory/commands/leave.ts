import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import { command } from "../../command.ts";
import { asDate, type Day, dayOf, fromDate } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { PersonInput } from "../inputs.ts";
import { lockOther, lockPerson, withdrawLinks } from "../lifecycle.ts";
import { countOpenActions } from "../queries/count-open-actions.ts";
import { lastDayAtOnce } from "../rules.ts";

/**
 * Somebody leaves (rule 14): nothing is open to them from this moment. Sessions and links end, and with them all that they held. Their open
 * actions are then without an owner, which stands in the plan and before their chairs, who give them to somebody else.
 */
export const leave = command({
  permission: "people.leave",
  input: PersonInput,
  async run({ tx, actor, now, require, record }, { personId, version }) {
    const subject = { type: "person", id: personId } as const;
    require("people.leave", {}, subject);
    const held = await lockOther(tx, actor, personId);
    refuseIfStale(held, version);
    const openActions = (await countOpenActions(tx, personId)).reduce((sum, { many }) => sum + many, 0);
    await tx.person.updateMany({ where: { id: personId }, data: { leftAt: now, version: { increment: 1 } } });
    await tx.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
    await withdrawLinks(tx, actor, personId, now);
    const ended = await endAll(tx, personId, dayOf(now));
    await tx.$executeRaw`select app.release_person(${personId}::uuid)`;
    record({ event: "person.left", subject, particulars: { personId, openActions } }, ...ended);
    return { personId };
  },
});

/** Somebody who left comes back: on the list, and nothing more. They are invited anew, and given their seats and offices anew. */
export const comeBack = command({
  permission: "directory.keepPeople",
  input: PersonInput,
  async run({ tx, actor, require, record }, { personId, version }) {
    const subject = { type: "person", id: personId } as const;
    require("directory.keepPeople", {}, subject);
    const held = await lockPerson(tx, personId);
    if (held.id === actor.personId) refuse("directory.oneself");
    refuseIfStale(held, version);
    if (!held.leftAt) refuse("person.hasNotLeft");
    await tx.person.updateMany({ where: { id: personId }, data: { leftAt: null, version: { increment: 1 } } });
    record({ event: "person.returned", subject, particulars: { personId } });
    return { personId };
  },
});

/** Ends at once what somebody holds or was to hold, each with its event. */
async function endAll(tx: Tx, personId: string, today: Day): Promise<Recorded[]> {
  const open = { personId, OR: [{ untilOn: null }, { untilOn: { gte: asDate(today) } }] };
  const forum = { select: { id: true, code: true } };
  const select = { id: true, fromOn: true };
  const last = (fromOn: Date) => lastDayAtOnce(fromDate(fromOn), today);
  const data = (fromOn: Date) => ({ untilOn: asDate(last(fromOn)), version: { increment: 1 } });
  const events: Recorded[] = [];
  const at = (of: { id: string; code: string }) => ({ type: "forum", id: of.id, reference: of.code, forumId: of.id }) as const;
  const about = { type: "person", id: personId } as const;
  for (const one of await tx.appointment.findMany({ where: open, select: { ...select, office: true, forum } })) {
    await tx.appointment.updateMany({ where: { id: one.id }, data: data(one.fromOn) });
    events.push({ event: "appointment.ended", subject: at(one.forum), particulars: { personId, appointmentId: one.id, office: one.office, until: last(one.fromOn) } });
  }
  for (const one of await tx.membership.findMany({ where: open, select: { ...select, forum } })) {
    await tx.membership.updateMany({ where: { id: one.id }, data: data(one.fromOn) });
    events.push({ event: "seat.ended", subject: at(one.forum), particulars: { personId, seatId: one.id, until: last(one.fromOn) } });
  }
  for (const one of await tx.partnershipOffice.findMany({ where: open, select: { ...select, office: true } })) {
    await tx.partnershipOffice.updateMany({ where: { id: one.id }, data: data(one.fromOn) });
    events.push({ event: "office.ended", subject: about, particulars: { personId, officeId: one.id, office: one.office, until: last(one.fromOn) } });
  }
  for (const one of await tx.electedMember.findMany({ where: open, select: { ...select, wardId: true } })) {
    await tx.electedMember.updateMany({ where: { id: one.id }, data: data(one.fromOn) });
    events.push({ event: "ward.ended", subject: about, particulars: { personId, wardId: one.wardId, until: last(one.fromOn) } });
  }
  return events;
}
