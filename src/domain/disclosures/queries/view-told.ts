import { subjectOf } from "../../cases/lifecycle.ts";
import { view, type ViewContext } from "../../view.ts";
import type { ToldQuery } from "../inputs.ts";
import { type Given, type GuestInRoom, type InRoom, listGiven, listGuestsIn, listReadings, listRoom, listRoomsOf, type Reading, type ReadingEvent } from "./list-told.ts";

/** How often somebody read something, by kind, and when last. */
export type Read = { times: Partial<Record<ReadingEvent, number>>; last: Date | null };
/** Somebody in the room, what their agency had been given by the end of it, and what they read from then on. */
export type ToldRow = InRoom & { given: Given[]; since: Read };
/** Somebody who read it without having been in the room for it. */
export type ReadElsewhere = { case: string; person: string; agency: string; read: Read };
/** An agency whose information it is: to be consulted before any of it is let out. */
export type Originator = { agency: string; times: number; last: Date };

export type ToldView = { reference: string; forum: string; rooms: ToldRow[]; guests: GuestInRoom[]; elsewhere: ReadElsewhere[]; given: Given[]; originators: Originator[]; readAt: Date };

/**
 * The ledger of a case (rule 28): who was in the room for each item, for which agency, under which gateways, and what they read since;
 * who read it without having been there; and whom to consult. For the chair's office and information governance; null for anybody else.
 */
export const viewTold = view((context, reference: string) => readLedger(context, reference, "ledger.opened"));
/** The same, to be taken away: kept as an export. */
export const exportTold = view((context, reference: string) => readLedger(context, reference, "ledger.exported"));

async function readLedger({ tx, now, may, record }: ViewContext, reference: string, event: "ledger.opened" | "ledger.exported"): Promise<ToldView | null> {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; forum: string }[]>`
    select c.id, c.forum_id as "forumId", c.reference, f.name as forum from cases c join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
    where c.reference = ${reference} and c.id <> all((select app.shut_cases())::uuid[])`;
  if (!found || !may("ledger.read", { forumId: found.forumId })) return null;
  const rooms = await listRoom(tx, found);
  const guests = await listGuestsIn(tx, found.id);
  const given = await listGiven(tx, [found.id]);
  const readings = await listReadings(tx, [found], rooms);
  record({ event, subject: subjectOf(found), particulars: {} });
  return { reference: found.reference, forum: found.forum, rooms: rooms.map((room) => told(room, given, readings)), guests, elsewhere: elsewhere(rooms, readings, found.reference), given, originators: originatorsOf(given), readAt: now };
}

export type PersonTold = {
  people: { id: string; name: string; agency: string }[];
  /** Null until a person is asked for. */
  person: { name: string; agency: string; cases: CaseTold[]; elsewhere: ReadElsewhere[] } | null;
  readAt: Date;
};
/** One case of which a person was told: in which rooms, what their agency had been given by the last of them, and what they read since the first. */
export type CaseTold = { case: string; agencies: string[]; stays: Pick<InRoom, "meeting" | "from" | "to">[]; given: Given[]; since: Read };

/** What one person was told of which case, by references alone, for information governance; null for anybody else. */
export const viewPersonTold = view(async ({ tx, now, may, record }, { person: personId }: ReturnType<typeof ToldQuery.parse>): Promise<PersonTold | null> => {
  if (!may("ledger.readPerson")) return null;
  const people = await tx.$queryRaw<PersonTold["people"]>`
    select p.id, concat_ws(' ', p.style, p.name) as name, g.name as agency from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id order by p.name`;
  const asked = people.find(({ id }) => id === personId);
  if (!asked) return { people, person: null, readAt: now };
  const rooms = await listRoomsOf(tx, asked.id);
  const cases = await tx.$queryRaw<{ id: string; reference: string }[]>`
    select c.id, c.reference from cases c where c.id = any(${[...new Set(rooms.map(({ caseId }) => caseId))]}::uuid[]) or c.id in (select e.case_id from audit_events e where e.person_id = ${asked.id}::uuid and e.case_id is not null)`;
  const given = await listGiven(tx, [...new Set(rooms.map(({ caseId }) => caseId))]);
  const readings = await listReadings(tx, cases, rooms, asked.id);
  record({ event: "ledger.personOpened", subject: { type: "person", id: asked.id }, particulars: { personId: asked.id } });
  const outside = cases.flatMap(({ id, reference }) => elsewhere(rooms.filter(({ caseId }) => caseId === id), readings.filter(({ caseId }) => caseId === id), reference));
  return { people, person: { name: asked.name, agency: asked.agency, cases: casesOf(rooms, given, readings), elsewhere: outside }, readAt: now };
});

/** The rooms are the newest first; so are the cases. */
function casesOf(rooms: readonly InRoom[], given: readonly Given[], readings: readonly Reading[]): CaseTold[] {
  return [...new Set(rooms.map((room) => room.case))].flatMap((reference) => {
    const stays = rooms.filter((room) => room.case === reference);
    const [last, first] = [stays[0], stays.at(-1)];
    if (!last || !first) return [];
    return [{ case: reference, agencies: [...new Set(stays.map(({ agency }) => agency))], stays, given: told(last, given, readings).given, since: told(first, given, readings).since }];
  });
}

/** By the end of an item the room's agencies had been given what was shared with them until then. */
const told = (room: InRoom, given: readonly Given[], readings: readonly Reading[]): ToldRow => ({
  ...room,
  given: given.filter(({ caseId, toAgencyId, at }) => caseId === room.caseId && toAgencyId === room.agencyId && at <= room.to),
  since: countOf(readings.filter(({ caseId, personId, at }) => caseId === room.caseId && personId === room.personId && at >= room.from)),
});

function elsewhere(rooms: readonly InRoom[], readings: readonly Reading[], reference: string): ReadElsewhere[] {
  const present = new Set(rooms.map(({ personId }) => personId));
  const absent = [...new Set(readings.map(({ personId }) => personId))].filter((id) => !present.has(id));
  return absent.flatMap((id) => {
    const theirs = readings.filter(({ personId }) => personId === id);
    return theirs[0] ? [{ case: reference, person: theirs[0].person, agency: theirs[0].agency, read: countOf(theirs) }] : [];
  });
}

function countOf(readings: readonly Reading[]): Read {
  const times: Read["times"] = {};
  for (const { event } of readings) times[event] = (times[event] ?? 0) + 1;
  return { times, last: readings[0]?.at ?? null };
}

function originatorsOf(given: readonly Given[]): Originator[] {
  const found = new Map<string, { agency: string; contributions: Set<string>; last: Date }>();
  for (const { fromAgencyId, from, contributionId, at } of given) {
    const one = found.get(fromAgencyId) ?? { agency: from, contributions: new Set<string>(), last: at };
    one.contributions.add(contributionId);
    found.set(fromAgencyId, one);
  }
  return [...found.values()].map(({ agency, contributions, last }) => ({ agency, times: contributions.size, last }));
}
