import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { amendCase } from "@/domain/cases/commands/amend-case.ts";
import { endAddressReader } from "@/domain/cases/commands/end-address-reader.ts";
import { nameAddressReader } from "@/domain/cases/commands/name-address-reader.ts";
import { revealAddress } from "@/domain/cases/commands/reveal-address.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { storeWithheldAddress } from "@/domain/cases/commands/store-withheld-address.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { viewWithholding } from "@/domain/cases/queries/view-withholding.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, eventsOf, minutesLater, move, now, signed } from "./arranged.ts";

// Rule 26, D4: a withheld address is by default not stored; where it is, it is shown to the people named on it, by a reason and for fifteen minutes.

const safehouse = "Flat 9, Hollowgate Refuge, HF9 1ZZ";
let world: World;
let kemi: Actor;
let found: ArrangedCase;
let subjectId: string;
beforeAll(async () => {
  world = await aPartnership();
  kemi = world.people.probation;
});
beforeEach(async () => {
  found = await aCase(world);
  subjectId = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [found.id])).rows[0]?.id ?? "";
});

const showIdentities = (who: Actor = world.people.chair, at = now) => revealParticulars(who, { reference: found.reference, reason: "The refuge has asked us to" }, at);
const store = (over: Record<string, unknown> = {}, by: Actor = world.people.chair, at = now) =>
  storeWithheldAddress(by, { reference: found.reference, subjectId, address: safehouse, heldById: world.agencies.charity, readerId: kemi.personId, must: "yes", ...over }, at);
const stored = async () => {
  await showIdentities();
  expect(await store()).toEqual({ ok: true, value: { reference: found.reference } });
};
const onRegister = async (...people: Actor[]) => {
  const meeting = await aMeetingOn(world, found);
  for (const who of people) await signed(world, meeting, who);
  return meeting;
};
const reveal = (who = kemi, at = now, over: Record<string, unknown> = {}) => revealAddress(who, { reference: found.reference, subjectId, reason: "A lock is to be fitted today", ...over }, at);
const shown = async (who: Actor, at = now) => (await viewCase(who, found.reference, at))?.content?.subjects[0]?.withheld ?? null;
const rows = (who: Actor, at = now) => transact({ ...who, now: at }, (tx) => tx.withheldAddress.count({ where: { subjectId } }));
const forbidden = { ok: false, problem: { kind: "forbidden", permission: "address.reveal" } };

describe("a stored withheld address", () => {
  test("is shown to whoever is named on it, once they say why, for fifteen minutes", async () => {
    await stored();
    await onRegister(kemi);
    expect(await shown(kemi)).toEqual({ mayReveal: true, address: null, revealedUntil: null });
    expect(await rows(kemi)).toBe(0);
    expect(await reveal()).toEqual({ ok: true, value: { reference: found.reference } });
    expect(await shown(kemi, minutesLater(14))).toMatchObject({ address: safehouse, revealedUntil: minutesLater(15) });
    expect(await shown(kemi, minutesLater(16))).toMatchObject({ address: null });
    expect(await rows(kemi, minutesLater(16))).toBe(0);
  });

  test("is withheld to everybody else: the chair who stored it, the register, the owner of an action", async () => {
    await stored();
    const meeting = await onRegister(kemi, world.people.police);
    await anActionOn(world, found, meeting, world.people.housing);
    await reveal();
    for (const who of ["chair", "deputy", "coordinator", "police", "housing"] as const) {
      expect(await shown(world.people[who])).toBeNull();
      expect(await reveal(world.people[who])).toEqual(forbidden);
      await showIdentities(world.people[who], minutesLater(1));
      expect(JSON.stringify(await viewCase(world.people[who], found.reference, minutesLater(2)))).not.toMatch(/hollowgate|HF9/i);
      expect(await rows(world.people[who], minutesLater(2))).toBe(0);
    }
    expect(await viewCase(world.people.chair, found.reference, minutesLater(2))).toMatchObject({ content: { subjects: [{ particulars: { address: null, addressHeldBy: "Charity" } }] } });
  });

  test("is refused alike where none is stored, so that a refusal tells nothing", async () => {
    await onRegister(world.people.police);
    expect(await reveal(world.people.police)).toEqual(forbidden);
    await stored();
    expect(await reveal(world.people.police)).toEqual(forbidden);
    expect(await shown(world.people.police)).toBeNull();
  });

  test("isn't there for those who see less of the case, by a guessed id, or from another partnership", async () => {
    await stored();
    const nothing = { ok: false, problem: { kind: "notFound" } };
    for (const who of ["probation", "councillor", "northChair", "governance", "administrator", "bystander"] as const) expect(await reveal(world.people[who])).toEqual(nothing);
    await onRegister(kemi);
    expect(await reveal(kemi, now, { subjectId: randomUUID() })).toEqual(nothing);
    const other = await aCase(world);
    expect(await reveal(kemi, now, { reference: other.reference })).toEqual(nothing);
    expect(await reveal((await aPartnership("Safer Other")).people.probation)).toEqual(nothing);
  });

  test("is hidden at once when the case closes to the reader, and when they are taken off it", async () => {
    await stored();
    const meeting = await onRegister(kemi);
    await reveal();
    await move("meetings", meeting.id, { state: "confirmed" });
    expect(await rows(kemi, minutesLater(1))).toBe(0);
    await onRegister(kemi);
    expect(await shown(kemi, minutesLater(1))).toMatchObject({ address: safehouse });
    const person = { reference: found.reference, subjectId, personId: kemi.personId };
    expect(await endAddressReader(world.people.coordinator, person, minutesLater(1))).toMatchObject({ ok: true });
    expect(await endAddressReader(world.people.coordinator, person, minutesLater(1))).toMatchObject({ ok: true });
    expect(await shown(kemi, minutesLater(2))).toBeNull();
    expect(await rows(kemi, minutesLater(2))).toBe(0);
    expect(await reveal(kemi, minutesLater(2))).toEqual(forbidden);
    expect(await nameAddressReader(world.people.coordinator, person, minutesLater(3))).toMatchObject({ ok: true });
    expect(await reveal(kemi, minutesLater(3))).toMatchObject({ ok: true });
  });

  test("is beaten by a recusal, open or silent, while it is shown", async () => {
    await stored();
    await onRegister(kemi);
    await reveal();
    for (const silent of [false, true]) {
      const id = randomUUID();
      await insert("recusals", { id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: kemi.personId, silent, reason: "Knows him", decided_by_id: world.people.chair.personId, decided_at: now });
      expect(await rows(kemi, minutesLater(1))).toBe(0);
      expect(await reveal(kemi, minutesLater(1))).toEqual({ ok: false, problem: { kind: "notFound" } });
      await insert("recusal_lifts", { recusal_id: id, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, reason: "Mistaken", lifted_by_id: world.people.chair.personId, lifted_at: now });
    }
    expect(await rows(kemi, minutesLater(1))).toBe(1);
  });

  test("is on the trail by ids alone, and its reason in the record", async () => {
    await stored();
    await onRegister(kemi);
    await reveal();
    const events = (await eventsOf(world)).filter(({ case_id, event }) => case_id === found.id && event.startsWith("address."));
    expect(events.map(({ event }) => event)).toEqual(["address.stored", "address.readerNamed", "address.revealed"]);
    expect(JSON.stringify(events)).not.toMatch(/hollowgate|lock|refuge/i);
    expect((await viewCase(world.people.chair, found.reference, minutesLater(1)))?.history?.find(({ event }) => event === "address.revealed")).toMatchObject({ by: "Kemi Adeyemi", reason: "A lock is to be fitted today" });
  });

  test("asks a reason of 10 characters or more, and is one for a form sent twice", async () => {
    await stored();
    await onRegister(kemi);
    expect(await reveal(kemi, now, { reason: "lock" })).toMatchObject({ problem: { kind: "invalid", fields: { reason: ["Reason must be 10 characters or more"] } } });
    const submissionKey = randomUUID();
    await Promise.all([reveal(kemi, now, { submissionKey }), reveal(kemi, now, { submissionKey })]);
    expect((await owner.query("select 1 from address_reveals where subject_id = $1", [subjectId])).rows).toHaveLength(1);
  });

  test("can't be shown past the application to who isn't named, nor for longer", async () => {
    await stored();
    await onRegister(kemi, world.people.police);
    const add = (who: Actor, endsAt = minutesLater(15)) =>
      transact({ ...who, now }, (tx) => tx.addressReveal.createMany({ data: [{ id: randomUUID(), partnershipId: world.partnershipId, forumId: world.forums.CEN, caseId: found.id, subjectId, personId: who.personId, reason: "Because", revealedAt: now, endsAt }] }));
    await expect(add(world.people.police)).rejects.toThrow(/row-level security/);
    await expect(add(world.people.chair)).rejects.toThrow(/row-level security/);
    await expect(add(kemi, minutesLater(60))).rejects.toThrow(/lasts_fifteen_minutes/);
  });

  test("isn't named in the nameless twin either, which the database compares without showing it", async () => {
    await stored();
    const form = (summary: string) => ({ reference: found.reference, version: 2, title: "Older resident, neighbour intimidation", summary, wardId: "", involvesChildren: "yes", background: "Six calls since May.", wanted: "One plan between police and housing." });
    expect(await amendCase(world.people.coordinator, form("She is at Hollowgate now."), now)).toMatchObject({ ok: false, problem: { rule: "case.twinNamesSomeone", facts: { words: ["Hollowgate"] } } });
    expect(await amendCase(world.people.coordinator, form("She is safe now."), now)).toMatchObject({ ok: true });
  });
});

describe("storing one", () => {
  test("needs the identities to be shown, that it must be, a reader, and who answers for it", async () => {
    expect(await store()).toEqual({ ok: false, problem: { kind: "refused", rule: "address.showIdentitiesFirst", facts: {} } });
    await showIdentities();
    expect(await store({}, world.people.chair, minutesLater(16))).toMatchObject({ problem: { rule: "address.showIdentitiesFirst" } });
    expect(await store({ must: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { must: ["Confirm that the address must be stored here"] } } });
    expect(await store({ readerId: "" })).toMatchObject({ problem: { kind: "invalid", fields: { readerId: ["Select who may be shown it"] } } });
    expect(await store({ heldById: randomUUID() })).toMatchObject({ problem: { kind: "invalid", fields: { heldById: ["Select the agency that answers for the address"] } } });
    expect((await owner.query("select 1 from withheld_addresses where subject_id = $1", [subjectId])).rows).toEqual([]);
    expect(await store({ address: "3 Intimidation Mews" })).toEqual({ ok: false, problem: { kind: "refused", rule: "address.namedInTwin", facts: { words: ["intimidation"] } } });
    expect(await store()).toMatchObject({ ok: true });
    expect(await store()).toEqual({ ok: false, problem: { kind: "refused", rule: "address.alreadyStored", facts: {} } });
  });

  test("takes the plain address and its words out of the particulars", async () => {
    await stored();
    const { rows: kept } = await owner.query<{ address: string | null; marks: string[] }>("select address, marks from protected_particulars where subject_id = $1", [subjectId]);
    expect(kept[0]?.address).toBeNull();
    expect(kept[0]?.marks).toContain("bickerstaffe");
    expect(kept[0]?.marks.join(" ")).not.toMatch(/tollgate|hollowgate/);
  });

  test.each(["housing", "councillor", "northChair", "governance", "administrator", "bystander"] as const)('finds nothing for the %s, who holds neither "address.store" nor "address.nameReader"', async (who) => {
    await showIdentities();
    expect(await store({}, world.people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await nameAddressReader(world.people[who], { reference: found.reference, subjectId, personId: kemi.personId }, now)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewWithholding(world.people[who], found.reference, now)).toBeNull();
  });

  test("names people who sit on the forum or serve it, and only on an address that is stored", async () => {
    const name = (personId: string) => nameAddressReader(world.people.chair, { reference: found.reference, subjectId, personId }, now);
    expect(await name(kemi.personId)).toEqual({ ok: false, problem: { kind: "notFound" } });
    await stored();
    expect(await name(world.people.bystander.personId)).toEqual({ ok: false, problem: { kind: "refused", rule: "address.readerHasNoSeat", facts: {} } });
    expect(await name(world.people.police.personId)).toMatchObject({ ok: true });
    expect(await viewWithholding(world.people.chair, found.reference, now)).toMatchObject({ identitiesShown: true, subjects: [{ stored: true, readers: [{ name: "Kemi Adeyemi" }, { name: "PC Nia Rowlands" }] }] });
    expect(JSON.stringify(await viewWithholding(world.people.chair, found.reference, now))).not.toMatch(/hollowgate/i);
  });
});
