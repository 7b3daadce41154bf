import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { AgencyKind, Capacity, ForumKind, Office, PartnershipOfficeKind } from "@/domain/kernel/enums.ts";
import { owner } from "./database.ts";

/** Arranges a partnership as its administrators would have left it, written as the database's owner. The code under test never gets that role. */
export type World = {
  partnershipId: string;
  agencies: Record<"council" | "police" | "housing" | "probation" | "charity", string>;
  wardId: string;
  forums: Record<"CEN" | "NOR" | "MARP", string>;
  declarationId: string;
  /** chair, deputy, coordinator: of CEN. northChair: of NOR. marpChair: of MARP. housing, police, probation, councillor: seats on CEN; colleague: housing's other officer, a seat on CEN. northMember: a seat on NOR. governance: information governance. administrator. bystander: no seat anywhere. */
  people: Record<
    "chair" | "deputy" | "coordinator" | "northChair" | "marpChair" | "housing" | "colleague" | "police" | "probation" | "councillor" | "northMember" | "marpMember" | "governance" | "administrator" | "bystander",
    Actor
  >;
};

export async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await owner.query(`insert into ${table} (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
}

export async function aPartnership(name = "Safer Testham"): Promise<World> {
  const partnershipId = randomUUID();
  await insert("partnerships", { id: partnershipId, name, made_at: "2025-01-01T00:00:00Z" });
  const areaId = randomUUID();
  const wardId = randomUUID();
  await insert("areas", { id: areaId, partnership_id: partnershipId, name: "Central" });
  await insert("wards", { id: wardId, partnership_id: partnershipId, area_id: areaId, name: "Eastholme" });

  const agency = async (kind: AgencyKind, agencyName: string) => {
    const id = randomUUID();
    await insert("agencies", { id, partnership_id: partnershipId, name: agencyName, short_name: agencyName, kind });
    return id;
  };
  const agencies = {
    council: await agency("council", "Council"),
    police: await agency("police", "Police"),
    housing: await agency("housing", "Housing"),
    probation: await agency("probation", "Probation"),
    charity: await agency("voluntary", "Charity"),
  };

  const forum = async (kind: ForumKind, code: string, admits: boolean) => {
    const id = randomUUID();
    await insert("forums", { id, partnership_id: partnershipId, kind, code, name: `${code} forum`, area_id: areaId });
    await insert("terms_of_reference", { id: randomUUID(), partnership_id: partnershipId, forum_id: id, version: 1, adopted_on: "2025-01-01", purpose: "To solve cases together.", admits_elected_members: admits, limit_minutes: 120 });
    return id;
  };
  const forums = { CEN: await forum("cim", "CEN", true), NOR: await forum("cim", "NOR", true), MARP: await forum("marp", "MARP", false) };

  const declarationId = randomUUID();
  const text = "I will keep what I hear in confidence.";
  await insert("declarations", { id: declarationId, partnership_id: partnershipId, version: 1, text, hash: createHash("sha256").update(text).digest(), adopted_on: "2025-01-01" });

  const person = async (who: string, agencyId: string, style: string | null = null): Promise<Actor> => {
    const personId = randomUUID();
    await insert("people", { id: personId, partnership_id: partnershipId, agency_id: agencyId, name: who, style, post: "Officer", email: `${personId}@testham.example` });
    return { personId, partnershipId, requestId: randomUUID(), sessionId: randomUUID(), name: who, style, agencyId, agencyName: "Agency", partnershipName: name, demonstration: false, sits: true, governs: false, administers: false };
  };
  const { council, police, housing, probation, charity } = agencies;
  const people = {
    chair: await person("Ruth Calverley", police, "Insp"),
    deputy: await person("Joanne Tice", council),
    coordinator: await person("Priya Nandra", council),
    northChair: await person("Dev Sandhu", police, "Insp"),
    marpChair: await person("Helen Arkwright", police, "Supt"),
    housing: await person("Zofia Nowak", housing),
    colleague: await person("Bev Moxon", housing),
    police: await person("Nia Rowlands", police, "PC"),
    probation: await person("Kemi Adeyemi", probation),
    councillor: await person("Grace Hinchliffe", council, "Cllr"),
    northMember: await person("Peter Dunnock", council, "Cllr"),
    marpMember: await person("Leila Frost", charity),
    governance: await person("Ffion Pryce", council),
    administrator: await person("Marcus Vane", council),
    bystander: await person("Nobody Inparticular", council),
  };

  const appoint = (who: Actor, forumId: string, office: Office) => appointed({ partnershipId }, who, forumId, office);
  await appoint(people.chair, forums.CEN, "chair");
  await appoint(people.deputy, forums.CEN, "deputy");
  await appoint(people.coordinator, forums.CEN, "coordinator");
  await appoint(people.northChair, forums.NOR, "chair");
  await appoint(people.marpChair, forums.MARP, "chair");
  const seats: [Actor, string][] = [
    [people.chair, forums.CEN], [people.deputy, forums.CEN], [people.coordinator, forums.CEN], [people.housing, forums.CEN], [people.colleague, forums.CEN], [people.police, forums.CEN],
    [people.probation, forums.CEN], [people.councillor, forums.CEN], [people.northChair, forums.NOR], [people.northMember, forums.NOR], [people.marpChair, forums.MARP], [people.marpMember, forums.MARP],
  ];
  for (const [who, forumId] of seats) await seated({ partnershipId }, who, forumId);
  await insert("elected_members", { id: randomUUID(), partnership_id: partnershipId, person_id: people.councillor.personId, ward_id: wardId, from_on: "2025-01-01" });
  for (const [who, office] of [[people.governance, "information_governance"], [people.administrator, "administrator"]] as [Actor, PartnershipOfficeKind][]) {
    await insert("partnership_offices", { id: randomUUID(), partnership_id: partnershipId, person_id: who.personId, office, from_on: "2025-01-01" });
  }
  return { partnershipId, agencies, wardId, forums, declarationId, people };
}

export const appointed = (world: { partnershipId: string }, who: Actor, forumId: string, office: Office, over: { capacity?: Capacity; from_on?: string; until_on?: string | null } = {}) =>
  insert("appointments", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: forumId, person_id: who.personId, office, capacity: "substantive", from_on: "2025-01-01", until_on: null, ...over });

export const seated = (world: { partnershipId: string }, who: Actor, forumId: string, over: { from_on?: string; until_on?: string | null } = {}) =>
  insert("memberships", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: forumId, person_id: who.personId, agency_id: who.agencyId, from_on: "2025-01-01", until_on: null, ...over });
