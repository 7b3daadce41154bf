import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../../audit/record.ts";
import { command } from "../../command.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { Office, PartnershipOfficeKind } from "../../kernel/enums.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { readCalendar, tellCalendar } from "../tell-calendar.ts";
import { EndHoldingInput, type HoldingKind } from "../inputs.ts";
import { lockOther } from "../lifecycle.ts";
import { lastDayAtOnce, phaseOf } from "../rules.ts";

/** Ends an appointment, a seat, an office of the partnership or a councillor's ward: at once, so that it is gone at the next click, or with a last day to come. */
export const endHolding = command({
  permission: "directory.appoint",
  input: EndHoldingInput,
  async run({ tx, actor, now, require, record }, { kind, holdingId, version, when, until: said }) {
    const today = dayOf(now);
    require("directory.appoint", {}, { type: "person", id: actor.personId });
    const { personId } = orNotFound(await findHolding(tx, kind, holdingId));
    await lockOther(tx, actor, personId);
    const held = orNotFound(await findHolding(tx, kind, holdingId));
    refuseIfStale(held, version);
    if (phaseOf(held, today) === "over") refuse("directory.over");
    const until = when === "at_once" ? lastDayAtOnce(held.from, today) : lastDay(said, held.from, today);
    const { forumId } = held;
    const before = forumId === null ? [] : await readCalendar(tx, personId, forumId);
    await tx.$executeRaw`update ${tables[kind]} set until_on = ${until}::date, version = version + 1 where id = ${holdingId}::uuid`;
    if (forumId !== null) await tellCalendar(tx, actor, { personId, forumId, before }, now);
    record(ended(kind, { ...held, id: holdingId, until }));
    return { personId };
  },
});

type Holding = { personId: string; from: Day; until: Day | null; version: number; office: string | null; wardId: string | null; forumId: string | null; forum: string | null };

const tables: Record<HoldingKind, Prisma.Sql> = { appointment: Prisma.sql`appointments`, seat: Prisma.sql`memberships`, office: Prisma.sql`partnership_offices`, ward: Prisma.sql`elected_members` };
const columns: Record<HoldingKind, Prisma.Sql> = {
  appointment: Prisma.sql`h.office::text as office, null as "wardId", h.forum_id as "forumId"`,
  seat: Prisma.sql`null as office, null as "wardId", h.forum_id as "forumId"`,
  office: Prisma.sql`h.office::text as office, null as "wardId", null::uuid as "forumId"`,
  ward: Prisma.sql`null as office, h.ward_id as "wardId", null::uuid as "forumId"`,
};

async function findHolding(tx: Tx, kind: HoldingKind, holdingId: string): Promise<Holding | undefined> {
  const rows = await tx.$queryRaw<Holding[]>`
    select o.*, f.code as forum from (select h.person_id as "personId", h.from_on::text as from, h.until_on::text as until, h.version, ${columns[kind]} from ${tables[kind]} h where h.id = ${holdingId}::uuid) o
      left join forums f on f.id = o."forumId"`;
  return rows[0];
}

function lastDay(said: Day | null, from: Day, today: Day): Day {
  if (said === null) return wrongField("until", "Enter last day");
  if (said < today) return wrongField("until", "Last day must be today or in the future");
  if (said < from) return wrongField("until", "Last day must be on or after the first day");
  return said;
}

function ended(kind: HoldingKind, { id, personId, until, office, wardId, forumId, forum }: Holding & { id: string; until: Day }): Recorded {
  const at = { type: "forum", id: forumId, reference: forum, forumId } as const;
  const about = { type: "person", id: personId } as const;
  switch (kind) {
    case "appointment":
      return { event: "appointment.ended", subject: at, particulars: { personId, appointmentId: id, office: office as Office, until } };
    case "seat":
      return { event: "seat.ended", subject: at, particulars: { personId, seatId: id, until } };
    case "office":
      return { event: "office.ended", subject: about, particulars: { personId, officeId: id, office: office as PartnershipOfficeKind, until } };
    case "ward":
      return { event: "ward.ended", subject: about, particulars: { personId, wardId: wardId ?? "", until } };
  }
}
