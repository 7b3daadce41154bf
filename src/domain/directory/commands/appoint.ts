import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { asDate, dayOf, type Day, inWords } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { readCalendar, tellCalendar } from "../tell-calendar.ts";
import { AppointInput } from "../inputs.ts";
import { lockForum, lockOther } from "../lifecycle.ts";
import { checkSpan, type Span } from "../rules.ts";

/** Appoints the chair, deputy or coordinator of a forum. It has at most one chair on any day (rule 1), and nobody appoints themselves. Where the forum chose them: who proposed and seconded, and at which item of its meeting. */
export const appoint = command({
  permission: "directory.appoint",
  input: AppointInput,
  async run({ tx, actor, now, require, record }, { personId, forumId, office, capacity, from, until, proposedBy, secondedBy, meeting, item }) {
    require("directory.appoint", {}, { type: "forum", id: forumId, forumId });
    const forum = await lockForum(tx, { id: forumId });
    await lockOther(tx, actor, personId);
    checkSpan({ from, until }, dayOf(now));
    if (office === "chair") {
      const chair = await findChairBetween(tx, forumId, { from, until });
      if (chair) refuse("appointment.chairAlready", { name: chair.name, from: inWords(chair.from), until: chair.until ? inWords(chair.until) : "" });
    }
    if (await holdsBetween(tx, { forumId, personId, office }, { from, until })) refuse("appointment.already");
    if (secondedBy !== null && proposedBy === null) wrongField("proposedBy", "Enter who proposed them");
    const decidedItemId = await findItem(tx, forumId, meeting, item);
    const before = await readCalendar(tx, personId, forumId);
    const appointmentId = randomUUID();
    await tx.appointment.createMany({ data: [{ id: appointmentId, partnershipId: actor.partnershipId, forumId, personId, office, capacity, fromOn: asDate(from), untilOn: until && asDate(until), proposedBy, secondedBy, decidedItemId }] });
    await tellCalendar(tx, actor, { personId, forumId, before }, now);
    record({ event: "appointment.made", subject: { type: "forum", id: forumId, reference: forum.code, forumId }, particulars: { personId, appointmentId, office, capacity, from, until } });
    return { personId };
  },
});

/** The item of the forum's meeting that appointed them: both are said, or neither. */
async function findItem(tx: Tx, forumId: string, meeting: string | null, item: number | null): Promise<string | null> {
  if (meeting === null && item === null) return null;
  if (meeting === null) return wrongField("meeting", "Enter the meeting that appointed them");
  if (item === null) return wrongField("item", "Enter the number of the item");
  const rows = await tx.$queryRaw<{ id: string | null }[]>`select app.appointing_item(${forumId}::uuid, ${meeting}, ${item}::integer) as id`;
  return rows[0]?.id ?? wrongField("item", "Enter the number of an item of that meeting of this forum that is no case");
}

async function findChairBetween(tx: Tx, forumId: string, { from, until }: Span) {
  const rows = await tx.$queryRaw<{ name: string; from: Day; until: Day | null }[]>`
    select concat_ws(' ', p.style, p.name) as name, a.from_on::text as from, a.until_on::text as until from appointments a join people p on p.partnership_id = a.partnership_id and p.id = a.person_id
    where a.forum_id = ${forumId}::uuid and a.office = 'chair' and a.from_on <= coalesce(${until}::date, 'infinity') and coalesce(a.until_on, 'infinity') >= greatest(${from}::date, a.from_on) order by a.from_on limit 1`;
  return rows[0];
}

async function holdsBetween(tx: Tx, { forumId, personId, office }: { forumId: string; personId: string; office: string }, { from, until }: Span): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from appointments a where a.forum_id = ${forumId}::uuid and a.person_id = ${personId}::uuid and a.office = ${office}::office
      and a.from_on <= coalesce(${until}::date, 'infinity') and coalesce(a.until_on, 'infinity') >= greatest(${from}::date, a.from_on) limit 1`;
  return rows.length > 0;
}
