import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { findRoom } from "@/domain/sign-in/queries/find-room.ts";
import { viewScreen } from "@/domain/sign-in/queries/view-screen.ts";
import { codeAlphabet, codeStood, noteShown, readCode, readShown, rotatingCode } from "@/platform/auth/rotating-code.ts";
import { signRegister } from "@/domain/sign-in/commands/sign-register.ts";
import { seal } from "@/platform/auth/seal.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, seated, type World } from "../../support/world.ts";
import { aSignature, at, done, doorsOpen, halfPastOne, inSession, published, row, start } from "../meetings/arrange.ts";

process.env.NEXTAUTH_SECRET ??= "a secret of these tests alone, long enough";

const minutes = (n: number, from = halfPastOne) => new Date(from.getTime() + n * 60_000);
const codeAt = async (world: World, reference: string, now = halfPastOne) => rotatingCode((await row(world, reference)).id, now);
const ways = async (world: World) => (await owner.query<{ way: string; person_id: string; entered_by_id: string | null }>("select way, person_id, entered_by_id from sign_ins where partnership_id = $1 order by signed_at", [world.partnershipId])).rows;

test("a code is six letters and figures that nobody mistakes for others, another in each minute and of each room", () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const codes = Array.from({ length: 500 }, (_, n) => rotatingCode(one, minutes(n)));
  for (const code of codes) expect(code).toMatch(/^[234679ACDEFGHJKMNPQRTUVWXYZ]{6}$/);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.flatMap((code) => [...code])).size).toBe(codeAlphabet.length);
  expect(rotatingCode(one, halfPastOne)).toBe(rotatingCode(one, new Date(halfPastOne.getTime() + 59_999)));
  expect(rotatingCode(other, halfPastOne)).not.toBe(rotatingCode(one, halfPastOne));
});

test("a code stands in its own minute and the one after, and in no other", () => {
  const room = randomUUID();
  const code = rotatingCode(room, halfPastOne);
  expect([-1, 0, 1, 2, 60].map((n) => codeStood(room, code, minutes(n)))).toEqual([false, true, true, false, false]);
  for (const wrong of ["", "      ", code.toLowerCase(), `${code}A`, code.slice(1), "é".repeat(6), "ﬁ".repeat(3)]) expect(codeStood(room, wrong, halfPastOne), wrong).toBe(false);
});

test("a code is read however it is typed; what can't be one isn't", () => {
  for (const said of ["K7M2PQ", "k7m2pq", " k7m 2pq ", "K7M-2PQ"]) expect(readCode(said), said).toBe("K7M2PQ");
  for (const said of ["", "K7M2P", "K7M2PQA", "K7M2P0", "K7M2PI", "K7M2P;", "K7M2Pé"]) expect(readCode(said), said).toBeNull();
});

test("that a code was shown is noted for a quarter of an hour, by us alone", () => {
  const note = noteShown({ code: "K7M2PQ", at: halfPastOne });
  expect(readShown(note, minutes(14))).toEqual({ code: "K7M2PQ", at: halfPastOne });
  expect(readShown(note, minutes(15))).toBeNull();
  // nothing shown in time to come
  expect(readShown(noteShown({ code: "K7M2PQ", at: minutes(5) }), halfPastOne)).toBeNull();
  for (const forged of ["", "K7M2PQ", note.slice(1), `${note.slice(0, -2)}AA`, seal("second factor", `K7M2PQ ${halfPastOne.toISOString()}`).toString("base64url")]) expect(readShown(forged, halfPastOne), forged).toBeNull();
});

test("the code leads whoever has a seat there to that meeting, and nobody else anywhere", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await doorsOpen(world);
  const theirs = await doorsOpen(elsewhere);
  const code = await codeAt(world, reference);
  const { housing, coordinator, councillor, northMember, bystander, governance, administrator } = world.people;
  for (const who of [housing, coordinator, councillor]) expect(await findRoom(who, { code, at: halfPastOne }, halfPastOne)).toEqual({ reference });
  for (const who of [northMember, bystander, governance, administrator, elsewhere.people.housing]) expect(await findRoom(who, { code, at: halfPastOne }, halfPastOne)).toBeNull();
  expect(await findRoom(housing, { code: await codeAt(elsewhere, theirs), at: halfPastOne }, halfPastOne)).toBeNull();
  expect(await findRoom(housing, { code, at: minutes(2) }, minutes(2))).toBeNull();
  expect(await findRoom(housing, { code: "AAAAAA", at: halfPastOne }, halfPastOne)).toBeNull();
});

test("it leads nowhere before the doors open, nor after the meeting", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const shown = async (now: Date) => findRoom(world.people.housing, { code: await codeAt(world, reference, now), at: now }, now);
  expect(await shown(halfPastOne)).toBeNull();
  await owner.query("update meetings set doors_opened_at = $2 where id = $1", [(await row(world, reference)).id, halfPastOne]);
  expect(await shown(halfPastOne)).toEqual({ reference });
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [(await row(world, reference)).id, at(100)]);
  expect(await shown(at(101))).toBeNull();
});

test("whoever signs by the code is on the register by it, even where signing in took longer than the code lasts", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const shown = noteShown({ code: await codeAt(world, reference), at: halfPastOne });
  const sign = (who: Actor, over: Record<string, unknown>, now = minutes(10)) => signRegister(who, aSignature(who, reference, over), now);
  done(await sign(world.people.housing, { shown }));
  done(await sign(world.people.police, { shown, joins: "remote" }));
  // over, made up, of another room, or none at all: they signed all the same, by the link
  done(await sign(world.people.probation, { shown }, minutes(16)));
  done(await sign(world.people.councillor, { shown: "made up" }, minutes(17)));
  done(await sign(world.people.chair, { shown: noteShown({ code: rotatingCode(randomUUID(), halfPastOne), at: halfPastOne }) }, minutes(18 - 6)));
  done(await sign(world.people.deputy, {}, minutes(19)));
  expect((await ways(world)).map(({ way, entered_by_id }) => [way, entered_by_id])).toEqual([["room_code", null], ["remote", null], ["own_device", null], ["own_device", null], ["own_device", null], ["own_device", null]]);
  expect((await owner.query("select particulars ->> 'way' as way from audit_events where partnership_id = $1 and event = 'register.signed' order by seq limit 2", [world.partnershipId])).rows).toEqual([{ way: "room_code" }, { way: "remote" }]);
  expect(await sign(world.people.colleague, { joins: "astral" })).toMatchObject({ ok: false, problem: { fields: { joins: ["Select how you join"] } } });
});

test("the room's screen shows how many have signed and nobody's name, to the chair's office alone", async () => {
  const world = await aPartnership();
  const reference = await inSession(world);
  for (const who of ["chair", "deputy", "coordinator"] as const) {
    const screen = await viewScreen(world.people[who], { reference }, new Date(start.getTime() + 42_000));
    expect(screen, who).toMatchObject({ reference, signed: 1, guests: 0, expected: 8, seconds: 18, code: await codeAt(world, reference, start) });
    expect(JSON.stringify(screen)).not.toMatch(/Calverley|Nowak|Nandra/);
  }
  for (const who of ["housing", "northChair", "marpChair", "governance", "administrator", "bystander"] as const) expect(await viewScreen(world.people[who], { reference }, start), who).toBeNull();
  await owner.query("update meetings set state = 'closed', closed_at = $2 where partnership_id = $1", [world.partnershipId, at(100)]);
  expect((await viewScreen(world.people.chair, { reference }, at(101)))?.code).toBeNull();
});

test("fifty who scan in one minute are fifty signatures with the declaration, by the code, each once", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  const shown = noteShown({ code: await codeAt(world, reference), at: halfPastOne });
  const crowd: Actor[] = [];
  for (let n = 0; n < 50; n += 1) {
    const personId = randomUUID();
    await insert("people", { id: personId, partnership_id: world.partnershipId, agency_id: world.agencies.charity, name: `Volunteer ${n}`, post: "Volunteer", email: `${personId}@testham.example` });
    const who = { ...world.people.housing, personId, agencyId: world.agencies.charity, name: `Volunteer ${n}` };
    await seated(world, who, world.forums.CEN);
    crowd.push(who);
  }
  // each sends twice, as impatient thumbs do
  const outcomes = await Promise.all(crowd.flatMap((who, n) => [0, 1].map(() => signRegister(who, aSignature(who, reference, { shown }), new Date(halfPastOne.getTime() + n * 1000)))));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem).toMatchObject({ kind: "refused", rule: "register.alreadySigned" });
  const signed = await ways(world);
  expect(signed.map(({ person_id }) => person_id).toSorted()).toEqual(crowd.map(({ personId }) => personId).toSorted());
  expect(new Set(signed.map(({ way }) => way))).toEqual(new Set(["room_code"]));
  expect((await owner.query("select count(*)::int as n from sign_ins where partnership_id = $1 and declaration_id = $2 and declaration_hash = (select hash from declarations where id = $2)", [world.partnershipId, world.declarationId])).rows).toEqual([{ n: 50 }]);
});
