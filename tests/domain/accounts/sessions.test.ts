import { beforeAll, expect, test } from "vitest";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { signInByCode } from "@/domain/accounts/commands/finish-step.ts";
import { signOut } from "@/domain/accounts/commands/sign-out.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { hashOf, seal, unseal } from "@/platform/auth/session-cookie.ts";
import { deviceOf } from "@/platform/device.ts";
import { owner } from "../../support/database.ts";
import { appointed, aPartnership, type World } from "../../support/world.ts";
import { aCredential, aFactor, anAddress, anOpening, aStep, password, shownBy } from "./arrange.ts";

let world: World;
let email: string;
const start = new Date("2026-11-10T13:00:00Z");
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
beforeAll(async () => {
  world = await aPartnership();
  email = await aCredential(world.people.housing, start);
});
async function signedIn(now = start) {
  const opening = anOpening();
  await signIn({ email, password, address: anAddress() }, opening, now);
  return opening;
}
const open = async (hash: Buffer, now: Date, active = true) => (await readSession(hash, "r", now, active)) !== null;

test("a reference that stood in the browser before signing in opens nothing after it: each session gets its own", async () => {
  const planted = anOpening();
  const [one, two] = [await signedIn(), await signedIn()];
  expect(await open(planted.hash, minutes(1))).toBe(false);
  expect(one.reference).not.toBe(two.reference);
  expect(one.reference).toMatch(/^[\w-]{43}$/);
});

test("the reference of the second step is no session, nor becomes one", async () => {
  const { police } = world.people;
  const address = await aCredential(police, start);
  const { secret } = await aFactor(police, start);
  const { reference } = await aStep(address, start);
  const opening = anOpening();
  expect(await open(reference, start)).toBe(false);
  expect(await signInByCode({ reference, code: shownBy(secret, start), address: anAddress() }, opening, start)).toMatchObject({ id: expect.any(String) });
  expect(await open(reference, start)).toBe(false);
  expect(await open(opening.hash, start)).toBe(true);
});

test("a cookie that was changed, copied from another installation or after signing out opens nothing", async () => {
  process.env.NEXTAUTH_SECRET = "a secret of these tests alone, long enough";
  const opening = await signedIn();
  const cookie = await seal(opening.reference);
  expect(await unseal(cookie)).toBe(opening.reference);
  const middle = cookie.length - 40;
  expect(await unseal(`${cookie.slice(0, middle)}${cookie[middle] === "x" ? "y" : "x"}${cookie.slice(middle + 1)}`)).toBeNull();
  expect(await unseal(opening.reference)).toBeNull();
  process.env.NEXTAUTH_SECRET = "another installation's secret, as long";
  const foreign = await seal(opening.reference);
  process.env.NEXTAUTH_SECRET = "a secret of these tests alone, long enough";
  expect(await unseal(foreign)).toBeNull();
  await signOut(opening.hash, "r", minutes(1));
  expect(await open(hashOf((await unseal(cookie)) ?? ""), minutes(2))).toBe(false);
});

test("asking whether a session is open, as a warning or a page that polls does, keeps none open", async () => {
  const { hash } = await signedIn();
  for (let n = 1; n < 30; n += 1) expect(await open(hash, minutes(n), false), `at ${n} minutes`).toBe(true);
  expect(await open(hash, minutes(30), false)).toBe(false);
  const other = await signedIn();
  expect(await open(other.hash, minutes(29))).toBe(true);
  expect(await open(other.hash, minutes(58), false)).toBe(true);
  expect(await open(other.hash, minutes(59), false)).toBe(false);
});

test("it says when it ends, and the partnership's own limit decides", async () => {
  await owner.query("update partnerships set idle_minutes = 10 where id = $1", [world.partnershipId]);
  const { hash } = await signedIn();
  expect(await readSession(hash, "r", minutes(5))).toMatchObject({ idleEndsAt: minutes(15), endsAt: minutes(720) });
  expect(await open(hash, minutes(15))).toBe(false);
  await owner.query("update partnerships set idle_minutes = 30 where id = $1", [world.partnershipId]);
});

test("an office given, or taken, in the middle of a session holds at the next click", async () => {
  const { hash } = await signedIn();
  const { housing } = world.people;
  expect((await readSession(hash, "r", minutes(1)))?.actor.governs).toBe(false);
  await owner.query("insert into partnership_offices (id, partnership_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, 'information_governance', '2025-01-01')", [world.partnershipId, housing.personId]);
  expect(await readSession(hash, "r", minutes(2))).toMatchObject({ actor: { governs: true }, needsSecondFactor: true });
  await owner.query("delete from partnership_offices where person_id = $1", [housing.personId]);
  expect(await readSession(hash, "r", minutes(3))).toMatchObject({ actor: { governs: false }, needsSecondFactor: false });
  await appointed(world, housing, world.forums.NOR, "deputy", { from_on: "2026-11-11" });
  expect(await readSession(hash, "r", minutes(4))).toMatchObject({ needsSecondFactor: false });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"],
  ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome on Mac"],
  ["curl/8.5.0", ""],
  [null, ""],
])("a browser is known by its kind alone: %s", (agent, device) => expect(deviceOf(agent)).toBe(device));

test("next-auth's own way in and the page's are one: a password alone opens no session there for whoever needs a second factor, and wrong ones count for both", async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests alone, long enough";
  const { authOptions } = await import("@/app/auth.ts");
  const [provider] = authOptions.providers;
  if (!provider) throw new Error("next-auth has no provider");
  const options = provider.options as { authorize: (sent: unknown, request: { headers: Record<string, string> }) => Promise<{ id: string } | null> };
  const ask = (sent: Record<string, string>) => options.authorize(sent, { headers: { "user-agent": "Firefox/140.0 Linux", "x-casemoot-address": "192.0.2.200", "x-forwarded-for": "198.51.100.1" } });
  const chair = await aCredential(world.people.chair, start);
  expect(await ask({ email: chair, password })).toBeNull();
  const member = await aCredential(world.people.probation, start);
  expect(await ask({ email: member })).toBeNull();
  expect(await ask({ email: member, password: "wrong" })).toBeNull();
  const found = await ask({ email: member, password });
  expect(await open(hashOf(found?.id ?? ""), new Date())).toBe(true);
  const counted = async (address: string) => (await owner.query<{ failures: number }>("select failures from sign_in_failures where key = sha256(convert_to($1, 'utf8'))", [`${member}\n${address}`])).rows[0]?.failures;
  // by the address that our edge saw, never by the one that a request says of itself
  expect([await counted("192.0.2.200"), await counted("198.51.100.1")]).toEqual([1, undefined]);
});
