import { beforeAll, expect, test } from "vitest";
import { signInByCode, signInBySetUp } from "@/domain/accounts/commands/finish-step.ts";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { CodeInput } from "@/domain/accounts/inputs.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { appOfStep, readStep } from "@/domain/accounts/queries/read-step.ts";
import { refusalTakes } from "@/domain/accounts/attempts.ts";
import { owner } from "../../support/database.ts";
import { appointed, aPartnership, type World } from "../../support/world.ts";
import { aCredential, aFactor, anAddress, anOpening, aStep, digits, emailOf, eventsOf, password, recovery, shownBy } from "./arrange.ts";

let world: World;
const start = new Date("2026-11-10T13:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
beforeAll(async () => void (world = await aPartnership()));

const stepAt = async (reference: Buffer, now: Date) => {
  const step = await readStep(reference, now);
  if (!step) throw new Error("the step is not open");
  return step;
};
const byCode = (reference: Buffer, code: ReturnType<typeof shownBy>, now: Date, opening = anOpening()) => signInByCode({ reference, code, address: anAddress() }, opening, now);
const bySetUp = (reference: Buffer, code: string, now: Date, opening = anOpening()) => signInBySetUp({ reference, code, address: anAddress() }, opening, now);

test.each(["chair", "coordinator", "administrator", "governance"] as const)("the %s gets no session by a password alone, but a second factor to set up", async (who) => {
  const email = await aCredential(world.people[who], start);
  const { reference, entered } = await aStep(email, start);
  expect(entered).toEqual({ kind: "step", needs: "set_up" });
  expect(await readSession(reference, "r", start)).toBeNull();
  const step = await readStep(reference, start);
  expect(step).toMatchObject({ needs: "set_up", email, personId: world.people[who].personId });
});

test("the page of the set-up says the same secret whenever it is looked at, another for another step, and writes nothing", async () => {
  const email = await aCredential(world.people.northChair, start);
  const [one, two] = [await aStep(email, start), await aStep(email, start)];
  const [step, again, other] = [await stepAt(one.reference, start), await stepAt(one.reference, later(60)), await stepAt(two.reference, start)];
  expect(appOfStep(step)).toEqual(appOfStep(again));
  expect(appOfStep(step).secret).not.toBe(appOfStep(other).secret);
  expect(appOfStep(step).address).toContain("issuer=Casemoot");
  expect((await owner.query("select 1 from second_factors where person_id = $1", [world.people.northChair.personId])).rows).toEqual([]);
});

test("the first code of the app sets it up and opens the session under a new reference; the step is over, and of two tabs only one went on", async () => {
  const { personId } = world.people.northChair;
  const email = await emailOf(personId);
  const [one, two] = [await aStep(email, start), await aStep(email, start)];
  const { secret } = appOfStep(await stepAt(one.reference, start));
  expect(await bySetUp(one.reference, "000000", start)).toBeNull();
  const opening = anOpening();
  const done = await bySetUp(one.reference, digits(secret, later(40)), later(40), opening);
  expect(done).toMatchObject({ codes: expect.arrayContaining([expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)]) });
  expect(new Set((done as { codes: string[] }).codes).size).toBe(10);
  expect(await readSession(opening.hash, "r", later(50))).toMatchObject({ actor: { personId }, needsSecondFactor: false });
  expect(await readSession(one.reference, "r", later(50))).toBeNull();
  expect(await bySetUp(one.reference, digits(secret, later(100)), later(100))).toBe("over");
  // the other tab's secret was never set up: it is asked for the code of the one that was
  expect((await readStep(two.reference, later(60)))?.needs).toBe("code");
  expect(await bySetUp(two.reference, digits(appOfStep(await stepAt(two.reference, later(60))).secret, later(60)), later(60))).toBe("over");
  // the code that set it up counts no second time
  expect(await byCode(two.reference, shownBy(secret, later(40)), later(60))).toBeNull();
  const stored = await owner.query<{ kept: string }>("select encode(sealed_secret, 'escape') as kept from second_factors where person_id = $1 union all select encode(code_hash, 'escape') from recovery_codes where person_id = $1", [personId]);
  expect(stored.rows).toHaveLength(11);
  for (const { kept } of stored.rows) for (const told of [secret, ...(done as { codes: string[] }).codes]) expect(kept).not.toContain(told);
  expect(await eventsOf(personId)).toContain("secondFactor.set");
});

test("a code of the app signs in once: sent again, from the half minute before, or in another tab at the same moment, it doesn't", async () => {
  const { personId } = world.people.housing;
  const email = await aCredential(world.people.housing, start);
  const { secret } = await aFactor(world.people.housing, start);
  const [one, two, three] = [await aStep(email, start), await aStep(email, start), await aStep(email, start)];
  expect(one.entered).toEqual({ kind: "step", needs: "code" });
  const code = shownBy(secret, start);
  const both = await Promise.all([byCode(one.reference, code, later(5)), byCode(two.reference, code, later(5))]);
  expect(both.filter((done) => done !== null)).toHaveLength(1);
  const open = both[0] === null ? one : two;
  expect(await byCode(open.reference, shownBy(secret, later(-30)), later(6))).toBeNull();
  expect(await byCode((both[0] === null ? two : one).reference, shownBy(secret, later(60)), later(60))).toBe("over");
  expect(await byCode(three.reference, shownBy(secret, later(60)), later(60))).toMatchObject({ id: expect.any(String) });
  expect((await owner.query<{ how: string }>("select how from sessions where person_id = $1", [personId])).rows.map((row) => row.how)).toEqual(["second_factor", "second_factor"]);
});

test("a wrong code leaves the step open and stands on the trail; one of two minutes ago is wrong", async () => {
  const email = await aCredential(world.people.police, start);
  const { secret } = await aFactor(world.people.police, start);
  const { reference } = await aStep(email, start);
  expect(await byCode(reference, { kind: "app", text: "000000" }, start)).toBeNull();
  expect(await byCode(reference, shownBy(secret, later(-120)), start)).toBeNull();
  expect((await readStep(reference, start))?.needs).toBe("code");
  const { rows } = await owner.query<{ particulars: unknown }>("select particulars from audit_events where person_id = $1 and event = 'session.refused'", [world.people.police.personId]);
  expect(rows.map((row) => row.particulars)).toEqual([{ what: "code" }, { what: "code" }]);
});

test("a recovery code signs in once, however it is written, and nobody else's does", async () => {
  const email = await aCredential(world.people.probation, start);
  const { codes } = await aFactor(world.people.probation, start);
  const others = await aFactor(world.people.councillor, start);
  const typed = CodeInput.parse({ code: ` ${codes[0]?.toLowerCase().replaceAll("-", " ")} ` }).code;
  const { reference } = await aStep(email, start);
  expect(await byCode(reference, recovery(others.codes[0]), start)).toBeNull();
  const opening = anOpening();
  expect(await byCode(reference, typed, start, opening)).toMatchObject({ id: expect.any(String) });
  expect((await owner.query<{ how: string }>("select how from sessions where reference_hash = $1", [opening.hash])).rows).toEqual([{ how: "recovery_code" }]);
  const second = await aStep(email, later(60));
  expect(await byCode(second.reference, typed, later(60))).toBeNull();
  expect(await byCode(second.reference, recovery(codes[1]), later(60))).toMatchObject({ id: expect.any(String) });
});

test("two tabs at one step use up one recovery code, not two", async () => {
  const { northMember } = world.people;
  const email = await aCredential(northMember, start);
  const { codes } = await aFactor(northMember, start);
  const { reference } = await aStep(email, start);
  const both = await Promise.all([byCode(reference, recovery(codes[0]), start), byCode(reference, recovery(codes[1]), start)]);
  expect(both.filter((done) => done !== null && done !== "over")).toHaveLength(1);
  expect((await owner.query("select 1 from recovery_codes where person_id = $1 and used_at is not null", [northMember.personId])).rows).toHaveLength(1);
});

test("a step is over after ten minutes, and for whoever has left", async () => {
  const email = await aCredential(world.people.marpMember, start);
  const { secret } = await aFactor(world.people.marpMember, start);
  const { reference } = await aStep(email, start);
  expect(await readStep(reference, later(599))).not.toBeNull();
  expect(await readStep(reference, later(600))).toBeNull();
  expect(await byCode(reference, shownBy(secret, later(600)), later(600))).toBe("over");
  await owner.query("update people set left_at = $2 where id = $1", [world.people.marpMember.personId, start]);
  expect(await readStep(reference, later(10))).toBeNull();
  expect(await byCode(reference, shownBy(secret, later(10)), later(10))).toBe("over");
});

test("a reference that was made up or belongs to nothing opens nothing", async () => {
  const { hash } = anOpening();
  expect(await readStep(hash, start)).toBeNull();
  expect(await byCode(hash, { kind: "app", text: "123456" }, start)).toBe("over");
  expect(await bySetUp(hash, "123456", start)).toBe("over");
});

test("a person given an office after signing in with a password alone is open to nothing but the set-up, and goes on under a new reference", async () => {
  const { colleague } = world.people;
  const email = await aCredential(colleague, start);
  const opening = anOpening();
  expect(await signIn({ email, password, address: anAddress() }, opening, start)).toMatchObject({ kind: "session" });
  expect(await readSession(opening.hash, "r", later(1))).toMatchObject({ needsSecondFactor: false });
  expect(await readStep(opening.hash, later(1))).toBeNull();
  await appointed(world, colleague, world.forums.NOR, "deputy");
  expect(await readSession(opening.hash, "r", later(2))).toMatchObject({ needsSecondFactor: true });
  const { secret } = appOfStep(await stepAt(opening.hash, later(2)));
  const next = anOpening();
  expect(await bySetUp(opening.hash, digits(secret, later(30)), later(30), next)).toMatchObject({ codes: expect.any(Array) });
  expect(await readSession(opening.hash, "r", later(31))).toBeNull();
  expect(await readSession(next.hash, "r", later(31))).toMatchObject({ needsSecondFactor: false, actor: { personId: colleague.personId } });
});

test("after twenty wrong codes in a quarter of an hour the app's codes wait, and a recovery code still signs in", async () => {
  const email = await aCredential(world.people.bystander, start);
  const { secret, codes } = await aFactor(world.people.bystander, start);
  const { reference } = await aStep(email, start);
  await Promise.all(Array.from({ length: 20 }, () => byCode(reference, { kind: "app", text: "000000" }, start)));
  expect(await byCode(reference, shownBy(secret, later(30)), later(30))).toBeNull();
  expect(await byCode(reference, recovery(codes[0]), later(31))).toMatchObject({ id: expect.any(String) });
  const { reference: tomorrow } = await aStep(email, later(90_000));
  expect(await byCode(tomorrow, shownBy(secret, later(90_000)), later(90_000))).toMatchObject({ id: expect.any(String) });
}, 60_000);

test("a wrong code takes as long as a wrong password", async () => {
  const email = await aCredential(world.people.deputy, start);
  await aFactor(world.people.deputy, start);
  const { reference } = await aStep(email, start);
  const begun = performance.now();
  expect(await byCode(reference, { kind: "app", text: "000000" }, start)).toBeNull();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(refusalTakes - 5);
});

test.each(["", "12345", "1234567", "abcdef", "ABCD-EFGH-JKL0", "１２３ ４５"])("what can't be a code is told, and isn't counted: %j", (typed) => {
  expect(CodeInput.safeParse({ code: typed }).success).toBe(false);
});

test("six digits are read however they are spaced or wide", () => {
  for (const typed of ["123 456", "123-456", " １２３４５６ "]) expect(CodeInput.parse({ code: typed }).code).toEqual({ kind: "app", text: "123456" });
});
