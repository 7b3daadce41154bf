import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type Day } from "../../src/domain/kernel/dates.ts";
import type { Actor } from "../../src/domain/kernel/actor.ts";
import type { AgencyKind, Capacity, ForumKind, Office, PartnershipOfficeKind } from "../../src/domain/kernel/enums.ts";
import { insertRows } from "../insert-rows.ts";
import { writeDeclaration } from "../reference/declaration.ts";
import { writeGateways } from "../reference/gateways.ts";

/** A partnership as its administrators would have set it up. Names are its keys. */
export type PartnershipPlan = {
  name: string;
  /** After the @ of every address. */
  domain: string;
  areas: Record<string, readonly string[]>;
  agencies: readonly { name: string; shortName: string; kind: AgencyKind }[];
  people: readonly { name: string; style?: string; agency: string; post: string; ward?: string; office?: PartnershipOfficeKind }[];
  forums: readonly ForumPlan[];
};
export type ForumPlan = {
  code: string;
  name: string;
  kind: ForumKind;
  area?: string;
  since: Day;
  purpose: string;
  admitsElectedMembers: boolean;
  limitMinutes?: number;
  /** How many members it takes to decide, and which kinds of agency must be there. */
  quorum?: number;
  requires?: readonly AgencyKind[];
  offices: readonly { person: string; office: Office; capacity?: Capacity; from: Day; until?: Day }[];
  seats: readonly { person: string; represents?: string; commits?: boolean; core?: boolean }[];
  /** Numbers that the forum's paper books had reached before this system. */
  numbered?: { cases?: number; actions?: number };
};

export type Directory = {
  partnershipId: string;
  person: (name: string) => Actor;
  agencyId: (name: string) => string;
  wardId: (name: string) => string;
  forumId: (code: string) => string;
  /** Who sits on a forum, and who they sit for. */
  seats: (code: string) => ForumPlan["seats"];
  chair: (code: string) => Actor;
  deputy: (code: string) => Actor;
  coordinator: (code: string) => Actor;
  /** Whom this person's agency and others are represented by, as their signature says it. */
  represents: (code: string, name: string) => string | null;
  commits: (code: string, name: string) => boolean;
};

/**
 * Writes a partnership's directory as the owner of the database, as it stood before the story begins. Everything that happens
 * afterwards is told through the domain's commands.
 */
export async function makePartnership(owner: pg.Client, plan: PartnershipPlan, { passwordHash, madeAt, since }: { passwordHash: string; madeAt: Date; since: Day }): Promise<Directory> {
  const partnershipId = randomUUID();
  const insert = (table: string, rows: readonly Record<string, unknown>[]) => insertRows(owner, table, rows.map((row) => ({ partnership_id: partnershipId, ...row })));
  await insertRows(owner, "partnerships", [{ id: partnershipId, name: plan.name, demonstration: true, made_at: madeAt }]);

  const areas = new Named(Object.keys(plan.areas));
  await insert("areas", Object.keys(plan.areas).map((name) => ({ id: areas.id(name), name })));
  const wards = new Named(Object.values(plan.areas).flat());
  await insert("wards", Object.entries(plan.areas).flatMap(([area, names]) => names.map((name) => ({ id: wards.id(name), area_id: areas.id(area), name }))));
  const agencies = new Named(plan.agencies.map(({ name }) => name));
  await insert("agencies", plan.agencies.map(({ name, shortName, kind }) => ({ id: agencies.id(name), name, short_name: shortName, kind })));

  const people = new Named(plan.people.map(({ name }) => name));
  await insert("people", plan.people.map(({ name, style, agency, post }) => ({ id: people.id(name), agency_id: agencies.id(agency), name, style: style ?? null, post, email: addressOf(name, plan.domain) })));
  await insert("credentials", plan.people.map(({ name }) => ({ person_id: people.id(name), password_hash: passwordHash, set_at: madeAt })));
  await insert("partnership_offices", plan.people.flatMap(({ name, office }) => (office ? [{ id: randomUUID(), person_id: people.id(name), office, from_on: since }] : [])));
  await insert("elected_members", plan.people.flatMap(({ name, ward }) => (ward ? [{ id: randomUUID(), person_id: people.id(name), ward_id: wards.id(ward), from_on: since }] : [])));

  const forums = new Named(plan.forums.map(({ code }) => code));
  await insert("forums", plan.forums.map(({ code, kind, name, area }) => ({ id: forums.id(code), kind, code, name, area_id: area ? areas.id(area) : null })));
  await insert("terms_of_reference", plan.forums.map(({ code, since: adopted, purpose, admitsElectedMembers, limitMinutes, quorum }) => ({
    id: randomUUID(), forum_id: forums.id(code), version: 1, adopted_on: adopted, purpose, admits_elected_members: admitsElectedMembers, limit_minutes: limitMinutes ?? 120, quorum: quorum ?? null,
  })));
  await insert("required_roles", plan.forums.flatMap(({ code, since: from, requires = [] }) => requires.map((kind) => ({ id: randomUUID(), forum_id: forums.id(code), agency_kind: kind, from_on: from }))));
  await insert("appointments", plan.forums.flatMap(({ code, offices }) => offices.map(({ person, office, capacity, from, until }) => ({
    id: randomUUID(), forum_id: forums.id(code), person_id: people.id(person), office, capacity: capacity ?? "substantive", from_on: from, until_on: until ?? null,
  }))));
  const agencyOf = (name: string) => known(plan.people.find((each) => each.name === name), name).agency;
  /** One named contact an agency, who searches its records before a meeting: the first at its seats who neither serves the forum nor is elected. */
  const contactOf = (seats: ForumPlan["seats"], offices: ForumPlan["offices"], agency: string) =>
    seats.find(({ person: one }) => agencyOf(one) === agency && !offices.some((office) => office.person === one) && !plan.people.some(({ name, ward }) => name === one && ward))?.person;
  await insert("memberships", plan.forums.flatMap(({ code, since: from, seats, offices }) => seats.map(({ person, represents, commits, core }) => ({
    id: randomUUID(), forum_id: forums.id(code), person_id: people.id(person), agency_id: agencies.id(agencyOf(person)), represents: represents ?? null, commits: commits ?? true, core: core ?? true, from_on: from,
    named_contact: contactOf(seats, offices, agencyOf(person)) === person,
  }))));
  await insert("forum_counters", plan.forums.flatMap(({ code, numbered }) => [
    ...(numbered?.cases ? [{ forum_id: forums.id(code), kind: "case", period: 0, last: numbered.cases }] : []),
    ...(numbered?.actions ? [{ forum_id: forums.id(code), kind: "action", period: 0, last: numbered.actions }] : []),
  ]));
  await writeDeclaration(insert, since);
  await writeGateways(insert, { checked: true });

  const person = (name: string): Actor => {
    const { style, agency, office } = known(plan.people.find((each) => each.name === name), name);
    const agencyName = known(plan.agencies.find((each) => each.name === agency), agency).shortName;
    return {
      personId: people.id(name), partnershipId, requestId: randomUUID(), sessionId: randomUUID(), name, style: style ?? null, agencyId: agencies.id(agency), agencyName,
      partnershipName: plan.name, demonstration: true, sits: plan.forums.some((forum) => [...forum.seats, ...forum.offices].some((each) => each.person === name)), governs: office === "information_governance", administers: office === "administrator",
    };
  };
  const forum = (code: string) => known(plan.forums.find((each) => each.code === code), code);
  const holder = (code: string, office: Office) => person(known(forum(code).offices.find((each) => each.office === office), office).person);
  const seat = (code: string, name: string) => forum(code).seats.find((each) => each.person === name);
  return {
    partnershipId, person, agencyId: (name) => agencies.id(name), wardId: (name) => wards.id(name), forumId: (code) => forums.id(code), seats: (code) => forum(code).seats,
    chair: (code) => holder(code, "chair"), deputy: (code) => holder(code, "deputy"), coordinator: (code) => holder(code, "coordinator"),
    represents: (code, name) => seat(code, name)?.represents ?? null, commits: (code, name) => seat(code, name)?.commits ?? true,
  };
}

/** "Tariq Aziz-Hall" at hallamford.example is tariq.aziz-hall@hallamford.example. */
const addressOf = (name: string, domain: string) => `${name.toLowerCase().replaceAll(" ", ".")}@${domain}`;

/** Ids by the name of what they belong to; an unknown name is a mistake in the plan. */
class Named {
  readonly #ids: Map<string, string>;
  constructor(names: readonly string[]) {
    this.#ids = new Map(names.map((name) => [name, randomUUID()]));
    if (this.#ids.size !== names.length) throw new Error(`a name stands twice among ${names.join(", ")}`);
  }
  id(name: string): string {
    return known(this.#ids.get(name), name);
  }
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`the plan knows nothing called ${name}`);
  return found;
}
