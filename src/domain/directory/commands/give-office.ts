import { randomUUID } from "node:crypto";
import { Prisma, type Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { GiveOfficeInput, RepresentWardInput } from "../inputs.ts";
import { lockOther } from "../lifecycle.ts";
import { checkLastDay, checkSpan, type Span } from "../rules.ts";

/** Makes somebody the partnership's administrator, information governance officer or evaluator. */
export const giveOffice = command({
  permission: "directory.appoint",
  input: GiveOfficeInput,
  async run({ tx, actor, now, require, record }, { personId, office, from, until }) {
    const subject = { type: "person", id: personId } as const;
    require("directory.appoint", {}, subject);
    await lockOther(tx, actor, personId);
    checkSpan({ from, until }, dayOf(now));
    if (await isHeldBetween(tx, Prisma.sql`partnership_offices`, Prisma.sql`h.person_id = ${personId}::uuid and h.office = ${office}::partnership_office_kind`, { from, until })) refuse("office.already");
    const officeId = randomUUID();
    await tx.partnershipOffice.createMany({ data: [{ id: officeId, partnershipId: actor.partnershipId, personId, office, fromOn: asDate(from), untilOn: until && asDate(until) }] });
    record({ event: "office.given", subject, particulars: { personId, officeId, office, from, until } });
    return { personId };
  },
});

/** Records the ward for which somebody was elected. Whoever holds one is a councillor, and sits where terms of reference admit elected members; an election may be long past. */
export const representWard = command({
  permission: "directory.appoint",
  input: RepresentWardInput,
  async run({ tx, actor, require, record }, { personId, wardId, from, until }) {
    const { partnershipId } = actor;
    const subject = { type: "person", id: personId } as const;
    require("directory.appoint", {}, subject);
    await lockOther(tx, actor, personId);
    if (!(await tx.ward.findFirst({ where: { partnershipId, id: wardId }, select: { id: true } }))) wrongField("wardId", "Select the ward");
    checkLastDay({ from, until });
    if (await isHeldBetween(tx, Prisma.sql`elected_members`, Prisma.sql`h.person_id = ${personId}::uuid`, { from, until })) refuse("ward.already");
    await tx.electedMember.createMany({ data: [{ id: randomUUID(), partnershipId, personId, wardId, fromOn: asDate(from), untilOn: until && asDate(until) }] });
    record({ event: "ward.represented", subject, particulars: { personId, wardId, from, until } });
    return { personId };
  },
});

async function isHeldBetween(tx: Tx, table: Prisma.Sql, which: Prisma.Sql, { from, until }: Span): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from ${table} h where ${which} and h.from_on <= coalesce(${until}::date, 'infinity') and coalesce(h.until_on, 'infinity') >= greatest(${from}::date, h.from_on) limit 1`;
  return rows.length > 0;
}
