import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { beforeAll, expect, test } from "vitest";
import { refusalTakes } from "@/domain/accounts/attempts.ts";
import { signIn, signInToDemonstration } from "@/domain/accounts/commands/sign-in.ts";
import { signOut } from "@/domain/accounts/commands/sign-out.ts";
import { waitAfter } from "@/domain/accounts/delay.ts";
import { SignInInput } from "@/domain/accounts/inputs.ts";
import { normalisedEmail } from "@/domain/kernel/inputs.ts";
import { listDemonstrationPeople } from "@/domain/accounts/queries/list-demonstration-people.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";

let world: World;
const password = "a long enough password";
const email = "zofia@testham.example";
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
const start = new Date("2026-11-10T13:00:00Z");

beforeAll(async () => {
  world = await aPartnership();
  const { personId, partnershipId } = world.people.housing;
  await owner.query("update people set email = $1 where id = $2", [email, personId]);
  await insert("credentials", { person_id: personId, partnership_id: partnershipId, password_hash: await hash(password), set_at: start });
});

const attempt = (over: Partial<{ email: string; password: string; address: string }> = {}) => ({ email, password, address: "192.0.2.1", ...over });
const anOpening = () => ({ ...newReference(), device: "Firefox on Linux", requestId: "r" });
async function opened(now = start) {
  const session = anOpening();
  const entered = await signIn(attempt(), session, now);
  return { session, id: entered?.kind === "session" ? entered.id : null };
}

test("the right password opens a session, and the session says who it is", async () => {
  const { session, id } = await opened();
  expect(id).not.toBeNull();
  expect(await readSession(session.hash, "r", minutes(1))).toMatchObject({ actor: { personId: world.people.housing.personId, partnershipName: "Safer Testham", sits: true, governs: false, administers: false }, needsSecondFactor: false });
  const trail = await owner.query("select event, person_id from audit_events where subject_id = $1", [id]);
  expect(trail.rows).toEqual([{ event: "session.opened", person_id: world.people.housing.personId }]);
});

test("a wrong password and an unknown account open nothing and get the same answer", async () => {
  expect(await signIn(attempt({ password: "wrong", address: "192.0.2.2" }), anOpening(), start)).toBeNull();
  expect(await signIn(attempt({ email: "nobody@testham.example", address: "192.0.2.2" }), anOpening(), start)).toBeNull();
  const trail = await owner.query("select event, person_id from audit_events where event = 'session.refused'");
  expect(trail.rows).toEqual([{ event: "session.refused", person_id: world.people.housing.personId }]);
});

test("how long a refusal takes doesn't tell a known account from an unknown one", async () => {
  for (const [who, address] of [[email, "192.0.2.31"], ["nobody.at.all@testham.example", "192.0.2.31"]] as const) {
    const begun = performance.now();
    expect(await signIn(attempt({ email: who, password: "wrong", address }), anOpening(), minutes(400))).toBeNull();
    expect(performance.now() - begun).toBeGreaterThanOrEqual(refusalTakes - 5);
  }
});

test.each(["ruth\u0000@testham.example", "\uD800zofia@testham.example", "ruth@testham.example\r\nbcc:x@y.example"])("an address that nobody can have is wrong, not an error: %j", async (typed) => {
  const read = SignInInput.parse({ email: typed, password: "wrong" });
  expect(await signIn({ ...read, address: "192.0.2.32" }, anOpening(), minutes(401))).toBeNull();
});

test("signing out ends it on the server: a copied cookie opens nothing", async () => {
  const { session } = await opened();
  await signOut(session.hash, "r", minutes(2));
  expect(await readSession(session.hash, "r", minutes(3))).toBeNull();
});

test("thirty minutes without an act end it, and each act moves the end on", async () => {
  const { session } = await opened();
  expect(await readSession(session.hash, "r", minutes(29))).not.toBeNull();
  expect(await readSession(session.hash, "r", minutes(58))).not.toBeNull();
  expect(await readSession(session.hash, "r", minutes(89))).toBeNull();
});

test("twelve hours end it whatever is done", async () => {
  const { session } = await opened();
  for (let n = 20; n < 720; n += 20) expect(await readSession(session.hash, "r", minutes(n)), `at ${n} minutes`).not.toBeNull();
  expect(await readSession(session.hash, "r", minutes(720))).toBeNull();
});

test("a leaver is out at the next click, and can't come in again", async () => {
  const leaver = world.people.bystander;
  const { partnershipId, personId } = leaver;
  await insert("credentials", { person_id: personId, partnership_id: partnershipId, password_hash: await hash(password), set_at: start });
  const { rows } = await owner.query<{ email: string }>("select email from people where id = $1", [personId]);
  const session = anOpening();
  const mail = rows[0]?.email ?? "";
  expect(await signIn(attempt({ email: mail }), session, start)).not.toBeNull();
  await owner.query("update people set left_at = now() where id = $1", [personId]);
  expect(await readSession(session.hash, "r", minutes(1))).toBeNull();
  expect(await signIn(attempt({ email: mail }), anOpening(), start)).toBeNull();
});

test("only people of a demonstration have a button, and nobody else can be signed in as by one", async () => {
  const session = anOpening();
  expect(await listDemonstrationPeople()).toEqual([]);
  expect(await signInToDemonstration(world.people.housing.personId, session, start)).toBeNull();
  expect(await signInToDemonstration(randomUUID(), session, start)).toBeNull();
  await owner.query("update partnerships set demonstration = true where id = $1", [world.partnershipId]);
  expect((await listDemonstrationPeople()).map((person) => person.name)).toContain("Ruth Calverley");
  // whoever is invited comes by their link first
  await insert("one_time_links", { id: randomUUID(), partnership_id: world.partnershipId, person_id: world.people.chair.personId, purpose: "account_invitation", secret_hash: Buffer.from(randomUUID()), made_at: start, ends_at: minutes(60) });
  expect((await listDemonstrationPeople()).map((person) => person.name)).not.toContain("Ruth Calverley");
  expect(await signInToDemonstration(world.people.housing.personId, session, start)).not.toBeNull();
  await owner.query("update partnerships set demonstration = false where id = $1", [world.partnershipId]);
});

test("the application can't make a partnership a demonstration, nor read a password's hash or a session", async () => {
  for (const sql of ["update partnerships set demonstration = true", "select password_hash from credentials", "select reference_hash from sessions", "select * from sign_in_failures"]) {
    await expect(app.query(sql), sql).rejects.toThrow(/permission denied/);
  }
});

test("answers wait longer after wrong passwords from one address, and hardly for the account as a whole", () => {
  expect(waitAfter({ ofAccountAndAddress: 2, ofAccount: 2 })).toBe(0);
  expect(waitAfter({ ofAccountAndAddress: 4, ofAccount: 4 })).toBe(500);
  expect(waitAfter({ ofAccountAndAddress: 50, ofAccount: 50 })).toBe(8000);
  expect(waitAfter({ ofAccountAndAddress: 0, ofAccount: 10_000 })).toBe(2000);
});

test("e-mail addresses that only look different are one account's", () => {
  expect(normalisedEmail.parse("  Zofia@TESTHAM.example ")).toBe(email);
  expect(normalisedEmail.parse("ｚｏｆｉａ@testham.example")).toBe(email);
});
