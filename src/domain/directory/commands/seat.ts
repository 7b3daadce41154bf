import { randomUUID } from "node:crypto";
import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { ChangedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { asDate, type Day, dayOf, fromDate } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { readCalendar, tellCalendar } from "../tell-calendar.ts";
import { ChangeSeatInput, GiveSeatInput } from "../inputs.ts";
import { lockForum, lockOther } from "../lifecycle.ts";
import { checkSpan, phaseOf, type Span } from "../rules.ts";

/** Gives somebody a seat on a forum, for an agency: one for each agency they speak for. An agency has one named contact, who may search its records beforehand (rule 7). */
export const giveSeat = command({
  permission: "directory.appoint",
  input: GiveSeatInput,
  async run({ tx, actor, now, require, record }, { personId, forumId, agencyId, from, until, ...said }) {
    const { partnershipId } = actor;
    require("directory.appoint", {}, { type: "forum", id: forumId, forumId });
    const forum = await lockForum(tx, { id: forumId });
    await lockOther(tx, actor, personId);
    if (!(await tx.agency.findFirst({ where: { partnershipId, id: agencyId }, select: { id: true } }))) wrongField("agencyId", "Select the agency they sit for");
    checkSpan({ from, until }, dayOf(now));
    if (await findSeatBetween(tx, forumId, { from, until }, Prisma.sql`m.person_id = ${personId}::uuid and m.agency_id = ${agencyId}::uuid`)) refuse("seat.already");
    if (said.namedContact) await refuseSecondContact(tx, { forumId, agencyId, seatId: null }, { from, until });
    const before = await readCalendar(tx, personId, forumId);
    const seatId = randomUUID();
    await tx.membership.createMany({ data: [{ id: seatId, partnershipId, forumId, personId, agencyId, ...said, fromOn: asDate(from), untilOn: until && asDate(until) }] });
    await tellCalendar(tx, actor, { personId, forumId, before }, now);
    record({ event: "seat.given", subject: { type: "forum", id: forumId, reference: forum.code, forumId }, particulars: { personId, seatId, agencyId, from, until } });
    return { personId };
  },
});

const fields = ["represents", "commits", "core", "namedContact"] as const satisfies readonly ChangedField[];

/** Changes what a seat is good for. Whose it is, and for which agency, stays: that is another seat. */
export const changeSeat = command({
  permission: "directory.appoint",
  input: ChangeSeatInput,
  async run({ tx, actor, now, require, record }, { seatId, version, ...said }) {
    require("directory.appoint", {}, { type: "forum" });
    const select = { forumId: true, personId: true, agencyId: true } as const;
    const { forumId, personId, agencyId } = orNotFound(await tx.membership.findFirst({ where: { id: seatId }, select }));
    const forum = await lockForum(tx, { id: forumId });
    await lockOther(tx, actor, personId);
    const seat = orNotFound(await tx.membership.findFirst({ where: { id: seatId }, select: { fromOn: true, untilOn: true, version: true, represents: true, commits: true, core: true, namedContact: true } }));
    refuseIfStale(seat, version);
    const span = { from: fromDate(seat.fromOn), until: seat.untilOn && fromDate(seat.untilOn) };
    if (phaseOf(span, dayOf(now)) === "over") refuse("directory.over");
    const changed = fields.filter((field) => said[field] !== seat[field]);
    if (changed.length === 0) return { personId };
    if (said.namedContact) await refuseSecondContact(tx, { forumId, agencyId, seatId }, span);
    await tx.membership.updateMany({ where: { id: seatId }, data: { ...said, version: { increment: 1 } } });
    record({ event: "seat.changed", subject: { type: "forum", id: forumId, reference: forum.code, forumId }, particulars: { personId, seatId, fields: changed } });
    return { personId };
  },
});

async function refuseSecondContact(tx: Tx, { forumId, agencyId, seatId }: { forumId: string; agencyId: string; seatId: string | null }, span: Span) {
  const other = await findSeatBetween(tx, forumId, span, Prisma.sql`m.named_contact and m.agency_id = ${agencyId}::uuid and m.id is distinct from ${seatId}::uuid`);
  if (other) refuse("seat.contactAlready", { name: other.name });
}

async function findSeatBetween(tx: Tx, forumId: string, { from, until }: { from: Day; until: Day | null }, which: Prisma.Sql): Promise<{ name: string } | undefined> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select concat_ws(' ', p.style, p.name) as name from memberships m join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
    where m.forum_id = ${forumId}::uuid and ${which} and m.from_on <= coalesce(${until}::date, 'infinity') and coalesce(m.until_on, 'infinity') >= greatest(${from}::date, m.from_on) limit 1`;
  return rows[0];
}
