import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { viewTold } from "@/domain/disclosures/queries/view-told.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { recordRefusal, refuseDeclaration } from "@/domain/sign-in/commands/refuse-declaration.ts";
import { signGuest, signMember } from "@/domain/sign-in/commands/sign-others.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { viewScreen } from "@/domain/sign-in/queries/view-screen.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, at, done, doorsOpen, halfPastOne, inSession, published, row, sign, start } from "../meetings/arrange.ts";

process.env.NEXTAUTH_SECRET ??= "a secret of these tests alone, long enough";

const refused = (rule: string, facts: Record<string, unknown> = {}) => ({ ok: false, problem: { kind: "refused", rule, facts: expect.objectContaining(facts) } });
const forbidden = { ok: false, problem: { kind: "forbidden", permission: "register.keep" } };
const notFound = { ok: false, problem: { kind: "notFound" } };

let world: World;
let reference: string;
beforeEach(async () => {
  world = await aPartnership();
  reference = await doorsOpen(world);
});
const member = (who: Actor, over: Record<string, unknown> = {}, by = world.people.coordinator, now = halfPastOne) => signMember(by, { reference, declarationVersion: 1, personId: who.personId, commits: "yes", accepts: "yes", ...over }, now);
const guest = (over: Record<string, unknown> = {}, by = world.people.coordinator, now = halfPastOne) =>
  signGuest(by, { reference, declarationVersion: 1, name: "Rosalind Ayre", organisation: "Testham Primary School", represents: "", commits: "no", accepts: "yes", ...over }, now);
const insertAs = (who: Actor, sql: string, values: unknown[], now = halfPastOne) => transact({ ...who, now }, (tx) => tx.$executeRawUnsafe(sql, ...values));

describe("a member without their device", () => {
  test("signs at the coordinator's screen: they are present, their papers open, and the record says by whom it was entered", async () => {
    const { housing, coordinator } = world.people;
    done(await member(housing, { commits: "no" }));
    const { rows } = await owner.query("select way, entered_by_id, commits, agency_id, declaration_id from sign_ins where partnership_id = $1", [world.partnershipId]);
    expect(rows).toEqual([{ way: "coordinators_screen", entered_by_id: coordinator.personId, commits: false, agency_id: world.agencies.housing, declaration_id: world.declarationId }]);
    const seenBy = async (who: Actor) => (await viewRegister(who, { reference }, start))?.lines?.find(({ personId }) => personId === housing.personId);
    for (const who of [coordinator, housing]) expect(await seenBy(who)).toMatchObject({ status: "present", way: "coordinators_screen", enteredBy: "Priya Nandra", late: null });
    expect((await viewRegister(housing, { reference }, start))?.allowed.openPapers).toBe(true);
    expect((await owner.query("select person_id, particulars ->> 'personId' as who, particulars ->> 'way' as way from audit_events where partnership_id = $1 and event = 'register.signedFor'", [world.partnershipId])).rows).toEqual([{ person_id: coordinator.personId, who: housing.personId, way: "coordinators_screen" }]);
  });

  test("signs once, by whichever way comes first, also when both come at once", async () => {
    const { housing, police } = world.people;
    done(await sign(housing, reference));
    expect(await member(housing)).toEqual(refused("register.theySigned", { at: "10 November 2026 at 1:30pm" }));
    done(await member(police));
    expect(await sign(police, reference)).toMatchObject(refused("register.alreadySigned"));
    const { probation, councillor } = world.people;
    for (const who of [probation, councillor]) {
      const outcomes = await Promise.all([member(who), sign(who, reference), member(who)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    }
    expect((await owner.query("select count(*)::int as n from sign_ins where partnership_id = $1", [world.partnershipId])).rows).toEqual([{ n: 4 }]);
  });

  test("is signed in by the chair's office alone, has a seat there, has accepted the declaration as it stands, while the register is open", async () => {
    const { housing, police, northMember, northChair, coordinator, deputy } = world.people;
    expect(await member(police, {}, housing)).toEqual(forbidden);
    expect(await member(police, {}, northChair)).toEqual(notFound);
    expect(await member(northMember)).toEqual(refused("register.noSeat"));
    expect(await member(world.people.bystander)).toEqual(refused("register.noSeat"));
    // one signs for oneself as oneself
    expect(await member(coordinator)).toEqual(refused("register.noSeat"));
    expect(await member(police, { declarationVersion: 2 })).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await member(police, { accepts: "", commits: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { accepts: ["Tick this once they have read the declaration and accept it"], commits: ["Select whether they can commit their agency's resources"] } } });
    await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1", [world.partnershipId, at(100)]);
    expect(await member(police, {}, deputy, at(101))).toEqual(refused("meeting.doorsShut"));
  });

  test("the database holds each signature to its way: nobody signs for another as themselves, and nobody but the office for another at all", async () => {
    const { housing, police, coordinator } = world.people;
    const { id } = await row(world, reference);
    const put = (who: Actor, personId: string, way: string, enteredBy: string | null, now = halfPastOne, signedAt = now) =>
      insertAs(who, `insert into sign_ins (id, partnership_id, forum_id, meeting_id, person_id, agency_id, commits, declaration_id, declaration_hash, signed_at, way, entered_by_id)
        values ('${randomUUID()}', '${world.partnershipId}', '${world.forums.CEN}', '${id}', '${personId}', '${world.agencies.police}', true, '${world.declarationId}', '\\x00', $1::timestamptz, '${way}', ${enteredBy ? `'${enteredBy}'` : "null"})`, [signedAt], now);
    const wall = "row-level security";
    for (const way of ["own_device", "room_code", "remote"]) await expect(put(coordinator, police.personId, way, null), way).rejects.toThrow(wall);
    await expect(put(coordinator, police.personId, "coordinators_screen", null)).rejects.toThrow(wall);
    await expect(put(coordinator, police.personId, "coordinators_screen", housing.personId)).rejects.toThrow(wall);
    await expect(put(police, police.personId, "coordinators_screen", police.personId)).rejects.toThrow(wall);
    await expect(put(housing, police.personId, "own_device", null)).rejects.toThrow(wall);
    await expect(put(police, police.personId, "own_device", null, halfPastOne, at(-61))).rejects.toThrow(wall);
    await expect(put(police, police.personId, "own_device", null, halfPastOne, start)).rejects.toThrow(wall);
    await put(police, police.personId, "own_device", null);
    await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1", [world.partnershipId, at(100)]);
    await expect(put(housing, housing.personId, "own_device", null, at(101))).rejects.toThrow(wall);
  });
});

describe("a guest", () => {
  test("signs by name and organisation, counts on the screen of the room, and stands in the minutes among the present", async () => {
    done(await guest({ represents: "the primary schools" }));
    const { chair, housing, coordinator } = world.people;
    done(await sign(chair, reference));
    done(await sign(housing, reference));
    for (const who of [coordinator, housing]) expect((await viewRegister(who, { reference }, start))?.guests).toMatchObject([{ name: "Rosalind Ayre", organisation: "Testham Primary School", represents: "the primary schools", way: "coordinators_screen", late: null }]);
    // before signing oneself one isn't told who else is there
    expect((await viewRegister(world.people.police, { reference }, start))?.guests).toEqual([]);
    expect(await viewScreen(chair, { reference }, start)).toMatchObject({ signed: 2, guests: 1 });
    await owner.query("update meetings set state = 'closed', opened_at = $2, closed_at = $3 where partnership_id = $1", [world.partnershipId, start, at(100)]);
    const present = (await viewMinutes(coordinator, { reference }, at(110)))?.present;
    expect(present?.find(({ agency }) => agency === "Testham Primary School")?.people).toEqual([{ name: "Rosalind Ayre", agency: "Testham Primary School", represents: "the primary schools", status: "present", out: [], guest: true }]);
    expect((await owner.query("select particulars from audit_events where partnership_id = $1 and event = 'register.guestSigned'", [world.partnershipId])).rows).toEqual([{ particulars: { guestSignInId: expect.any(String), declarationVersion: 1, way: "coordinators_screen" } }]);
  });

  test("stands in the ledger of each case they heard, from their signature on, for the office and information governance alone", async () => {
    const other = await aPartnership("Safer Otherwhere");
    world = await aPartnership();
    const found = await aCase(world);
    const sitting = await inSession(world);
    await owner.query("update agenda_items set opened_at = $2, ended_at = $3 where case_id = $1", [found.id, at(10), at(30)]);
    const enter = (over: Record<string, unknown>, now: Date) => signGuest(world.people.coordinator, { reference: sitting, declarationVersion: 1, name: "Rosalind Ayre", organisation: "School", represents: "", commits: "no", accepts: "yes", ...over }, now);
    done(await enter({}, at(2)));
    done(await enter({ name: "Late Comer" }, at(20)));
    done(await enter({ name: "After It" }, at(31)));
    const told = async (who: Actor) => (await viewTold(who, found.reference, at(40)))?.guests.map(({ name, from, to }) => [name, from, to]);
    const expected = [["Late Comer", at(20), at(30)], ["Rosalind Ayre", at(10), at(30)]];
    expect(await told(world.people.chair)).toEqual(expected);
    expect(await told(world.people.governance)).toEqual(expected);
    expect(await told(world.people.housing)).toBeUndefined();
    const asked = (who: Actor) => transact({ ...who, now: at(40) }, (tx) => tx.$queryRawUnsafe<unknown[]>(`select * from app.guests_told('${found.id}')`));
    for (const who of [world.people.housing, world.people.northChair, world.people.administrator, other.people.governance]) expect(await asked(who)).toEqual([]);
    // a recusal beats the office
    await owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, reason, decided_by_id, decided_at) values ($1, $2, $3, $4, $5, false, 'Knows them well enough', $6, $7)", [randomUUID(), world.partnershipId, world.forums.CEN, found.id, world.people.deputy.personId, world.people.chair.personId, at(1)]);
    expect(await asked(world.people.deputy)).toEqual([]);
  });

  test("is entered once under one name and organisation, also by two at once, and by the chair's office alone", async () => {
    const { coordinator, deputy, housing, northChair } = world.people;
    const outcomes = await Promise.all([guest({}, coordinator), guest({ name: "rosalind ayre" }, deputy), guest({}, coordinator)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([refused("register.guestSigned"), refused("register.guestSigned")]);
    done(await guest({ organisation: "Another School" }));
    expect(await guest({ name: "X Y" }, housing)).toEqual(forbidden);
    expect(await guest({ name: "X Y" }, northChair)).toEqual(notFound);
    expect(await guest({ name: "", organisation: "", accepts: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { name: ["Enter their name"], organisation: ["Enter who they come for"], accepts: ["Tick this once they have read the declaration and accept it"] } } });
    const closed = await published(world, { kind: "extraordinary", on: { day: "12", month: "11", year: "2026" } });
    expect(await guest({ reference: closed })).toEqual(refused("meeting.doorsShut"));
    expect(await guest({ reference: "CEN-1999-01" })).toEqual(notFound);
  });

  test("is what the database takes by the office's ways alone, and never changes", async () => {
    const { id } = await row(world, reference);
    const put = (who: Actor, way: string, enteredBy = who.personId) =>
      insertAs(who, `insert into guest_sign_ins (id, partnership_id, forum_id, meeting_id, name, organisation, commits, declaration_id, declaration_hash, way, entered_by_id, signed_at)
        values ('${randomUUID()}', '${world.partnershipId}', '${world.forums.CEN}', '${id}', 'A', 'B', true, '${world.declarationId}', '\\x00', '${way}', '${enteredBy}', app.moment())`, []);
    for (const way of ["own_device", "room_code", "remote"]) await expect(put(world.people.coordinator, way), way).rejects.toThrow("row-level security");
    await expect(put(world.people.housing, "coordinators_screen")).rejects.toThrow("row-level security");
    await expect(put(world.people.coordinator, "coordinators_screen", world.people.chair.personId)).rejects.toThrow("row-level security");
    await put(world.people.coordinator, "coordinators_screen");
    await expect(owner.query("update guest_sign_ins set name = 'X'")).rejects.toThrow("evidence");
  });
});

describe("who does not accept the declaration", () => {
  test("says so once, is on record, and is admitted to nothing", async () => {
    const { housing, coordinator, police } = world.people;
    const refuse = (who: Actor, over: Record<string, unknown> = {}) => refuseDeclaration(who, { reference, declarationVersion: 1, ...over }, halfPastOne);
    const both = await Promise.all([refuse(housing), refuse(housing)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await refuse(housing)).toEqual(refused("register.alreadyRefused"));
    const mine = await viewRegister(housing, { reference }, start);
    expect(mine).toMatchObject({ myRefusal: halfPastOne, mySignature: null, lines: null, refusals: [] });
    expect(mine?.allowed).toMatchObject({ openPapers: false, sign: true });
    expect((await viewRegister(coordinator, { reference }, start))?.refusals).toEqual([{ id: expect.any(String), name: "Zofia Nowak", refusedAt: halfPastOne }]);
    expect((await owner.query("select count(*)::int as n from attendances where partnership_id = $1", [world.partnershipId])).rows).toEqual([{ n: 0 }]);
    expect(await refuse(world.people.bystander)).toEqual(notFound);
    expect(await refuse(police, { declarationVersion: 9 })).toEqual({ ok: false, problem: { kind: "stale" } });
    // and may think better of it
    done(await sign(housing, reference));
    expect(await viewRegister(housing, { reference }, start)).toMatchObject({ myRefusal: null, mySignature: { agency: "Housing" } });
    expect(await refuse(housing)).toMatchObject(refused("register.alreadySigned"));
  });

  test("a guest's is recorded by the chair's office, and shown to it alone", async () => {
    const { coordinator, housing, police } = world.people;
    const record = (by: Actor, over: Record<string, unknown> = {}) => recordRefusal(by, { reference, guestName: "Somebody Else", ...over }, halfPastOne);
    expect(await record(housing)).toEqual(forbidden);
    expect(await record(coordinator, { guestName: " " })).toEqual({ ok: false, problem: { kind: "invalid", fields: { guestName: ["Enter who did not accept it"] } } });
    done(await record(coordinator));
    done(await sign(police, reference));
    expect((await viewRegister(police, { reference }, start))?.refusals).toEqual([]);
    expect((await viewRegister(coordinator, { reference }, start))?.refusals.map(({ name }) => name)).toEqual(["Somebody Else"]);
    await expect(insertAs(housing, `insert into register_refusals (id, partnership_id, forum_id, meeting_id, person_id, recorded_by_id, refused_at) values ('${randomUUID()}', '${world.partnershipId}', '${world.forums.CEN}', '${(await row(world, reference)).id}', '${police.personId}', '${housing.personId}', app.moment())`, [])).rejects.toThrow("row-level security");
  });
});

test("whoever signs after the opening is late by so many minutes", async () => {
  await owner.query("update meetings set state = 'in_session', opened_at = $2 where partnership_id = $1", [world.partnershipId, start]);
  done(await sign(world.people.housing, reference, at(12)));
  done(await sign(world.people.police, reference, start));
  const lines = (await viewRegister(world.people.coordinator, { reference }, at(20)))?.lines?.filter(({ signedAt }) => signedAt).map(({ name, late }) => [name, late]);
  expect(lines).toEqual([["PC Nia Rowlands", null], ["Zofia Nowak", 12]]);
});
